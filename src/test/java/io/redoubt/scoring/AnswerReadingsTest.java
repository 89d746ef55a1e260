package io.redoubt.scoring;

import static io.redoubt.scoring.FactsFixture.TODAY;
import static io.redoubt.scoring.FactsFixture.supplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only favourable evidence ages: what lapses may then be anything as bad or worse, and never better. */
class AnswerReadingsTest {
    private static final FactCatalogue CATALOGUE = CatalogueFixture.catalogue();

    /**
     * Q-NDA is valid for 100 days after the day it was answered: 13 August + 100 days = 21 November. Evidence may end
     * sooner and never later.
     */
    @ParameterizedTest(name = "{0} answered {1}, valid until {2}: {3} to {4}, {5}")
    @CsvSource({
        "YES, 2026-08-13,, YES, YES, ANSWERED",
        "YES, 2026-08-12,, NO, YES, STALE",
        "PARTIAL, 2026-08-12,, NO, PARTIAL, STALE",
        "NO, 2026-08-12,, NO, NO, ANSWERED",
        "YES, 2026-09-01, 2026-11-21, YES, YES, ANSWERED",
        "YES, 2026-09-01, 2026-11-20, NO, YES, STALE",
        "YES, 2026-01-01, 2026-11-21, NO, YES, STALE",
        "YES, 2026-11-22,, NO, YES, UNANSWERED"
    })
    void aYesCountsThroughItsLastDay(
            String value, LocalDate on, LocalDate until, String low, String high, FactState state) {
        // Given
        FactsFixture supplier = until == null
                ? supplier().answer("Q-NDA", value, on)
                : supplier().answer("Q-NDA", value, on, until);

        // When
        Reading reading = read(supplier.facts(), "Q-NDA", "value");

        // Then
        assertThat(reading)
                .isEqualTo(new Reading(state, StandardFields.ANSWERS.parse(low), StandardFields.ANSWERS.parse(high)));
    }

    @Test
    void aLapsedNumberOfWhichLessIsGoodIsThatOrMore() {
        // Given
        SupplierFacts facts =
                supplier().answer("Q-HOURS", "3.5", TODAY, TODAY.minusDays(1)).facts();

        // When
        Reading reading = read(facts, "Q-HOURS", "amount");

        // Then
        assertThat(reading).isEqualTo(new Reading(FactState.STALE, 3_500_000, Long.MAX_VALUE));
    }

    @Test
    void aLiveNumberIsExact() {
        // Given
        SupplierFacts facts = supplier().answer("Q-HOURS", "3.5", TODAY).facts();

        // When
        Reading reading = read(facts, "Q-HOURS", "amount");

        // Then
        assertThat(reading).isEqualTo(Reading.known(3 * Micros.ONE + Micros.ONE / 2));
        assertThat(read(facts, "Q-HOURS", "value").state()).isEqualTo(FactState.NOT_APPLICABLE);
    }

    @Test
    void aLapsedAnswerTakesItsVerificationWithIt() {
        // Given
        SupplierFacts facts =
                supplier().answer("Q-NDA", "YES", TODAY, TODAY.minusDays(1)).facts();

        // When
        Reading reading = read(facts, "Q-NDA", "verification");

        // Then
        assertThat(reading.low()).isEqualTo(StandardFields.VERIFICATION.parse("SELF_ATTESTED"));
        assertThat(reading.high()).isEqualTo(StandardFields.VERIFICATION.parse("DOCUMENTED"));
    }

    @Test
    void theLatestAnswerCountsInAnyOrder() {
        // Given
        SupplierFacts facts = supplier()
                .answer("Q-NDA", "NO", TODAY)
                .answer("Q-NDA", "YES", TODAY.minusDays(1))
                .answer("Q-NDA", "YES", TODAY.plusDays(1))
                .facts();

        // When
        Reading reading = read(facts, "Q-NDA", "value");

        // Then
        assertThat(reading).isEqualTo(Reading.known(StandardFields.ANSWERS.parse("NO")));
    }

    @Test
    void notApplicableCountsOnlyWhereTheQuestionAllowsIt() {
        // Given
        SupplierFacts facts =
                supplier().notApplicable("Q-BOOT").notApplicable("Q-NDA").facts();

        // When
        List<FactState> states = List.of(
                read(facts, "Q-BOOT", "value").state(),
                read(facts, "Q-NDA", "value").state());

        // Then
        assertThat(states).containsExactly(FactState.NOT_APPLICABLE, FactState.UNANSWERED);
    }

    private static Reading read(SupplierFacts facts, String question, String field) {
        return PackInputsFixture.derivation(CATALOGUE, List.of("Q-NDA", "Q-BOOT", "Q-HOURS"))
                .derive(facts, TODAY)
                .rows()
                .stream()
                .filter(row -> row.type() == FactType.ANSWER && row.key().equals(question))
                .map(row -> row.read(CATALOGUE.field(FactType.ANSWER, field)))
                .findFirst()
                .orElseThrow();
    }
}
