package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.shared.RandomFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is said to stand until a day is rated the same on each day up to it, whatever grows older meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandsUntilTest {
    private static final LocalDate DAY = DemoFixture.DAY;
    private static final int DAYS = 420;
    private static final int CHANGED = 60;
    private DemoFixture demo;

    @BeforeAll
    void read() throws Exception {
        demo = new DemoFixture();
    }

    @Test
    void aRatingStaysAsItIsUpToTheDayThatIsSaid() {
        // Given
        List<SupplierFacts> suppliers = new ArrayList<>(demo.suppliers().stream()
                .map(facts -> demo.build(SupplierFixture.of(facts)))
                .toList());
        RandomFixture random = RandomFixture.seeded();
        for (int i = 0; i < CHANGED; i++) {
            suppliers.add(demo.build(demo.supplier(random)));
        }
        LocalDate[] until = new LocalDate[suppliers.size()];
        List<String> before = List.of();
        int looked = 0;
        int moved = 0;

        // When
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(DAYS)); day = day.plusDays(1)) {
            List<String> outcomes = outcomes(suppliers, day);
            for (int i = 0; i < until.length; i++) {
                if (until[i] != null && !day.isAfter(until[i])) {
                    // Then
                    assertThat(outcomes.get(i))
                            .as("%s on %s, %s", suppliers.get(i).id(), day, random)
                            .isEqualTo(before.get(i));
                } else {
                    moved += before.isEmpty() || before.get(i).equals(outcomes.get(i)) ? 0 : 1;
                    looked++;
                    until[i] = standsUntil(suppliers.get(i), demo.rater(day));
                }
            }
            before = outcomes;
        }
        System.out.printf("%,d of %,d nights looked at, %,d moved%n", looked, DAYS * until.length, moved);
        assertThat(moved).as("else this would hold of anything").isGreaterThan(300);
        assertThat(looked).as("else nothing is saved").isLessThan(DAYS * until.length / 3);
    }

    private static LocalDate standsUntil(SupplierFacts facts, Rater rater) {
        return rater.standsUntil(facts, rater.examples(List.of(facts)).get(0), rater.deadlines(facts));
    }

    private List<String> outcomes(List<SupplierFacts> suppliers, LocalDate day) {
        return demo.rater(day).rateAll(suppliers).stream()
                .map(outcome -> OutcomeJson.write(outcome, demo.methodology.pack())
                        .without("asOf")
                        .toString())
                .toList();
    }
}
