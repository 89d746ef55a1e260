package io.redoubt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Scenario;
import io.redoubt.scoring.Figure;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole suppliers under the pack as it ships, each against the outcome and explanation that somebody approved. A change
 * that was meant is approved with {@code -Dredoubt.approve=true}; the difference then shows in the review.
 */
class WholeSupplierTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved", "suppliers");
    private static final String FOLDER = "scenarios/suppliers/";
    private static final int LEAST = 40;

    private static final Methodology METHODOLOGY = read();

    private static Methodology read() {
        try {
            return Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Scenario> suppliers() {
        return METHODOLOGY.pack().scenarios().stream()
                .filter(scenario -> scenario.place().file().startsWith(FOLDER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suppliers")
    void comesOutAsApproved(Scenario scenario) throws Exception {
        // Given
        SupplierFacts facts = facts(scenario);
        Path approved = APPROVED.resolve(facts.id() + ".txt");

        // When
        String outcome = "# " + scenario.name() + "\n" + explanation(facts, METHODOLOGY.rater(scenario.asOf()));

        // Then
        if (Boolean.getBoolean("redoubt.approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, outcome);
        }
        assertThat(approved).exists();
        assertThat(outcome).isEqualTo(Files.readString(approved));
    }

    @Test
    void thereAreManyAndTheirIntervalsCoverTheScale() throws Exception {
        // When
        List<Scenario> all = suppliers().toList();
        BitSet covered = new BitSet();
        for (Scenario scenario : all) {
            Figure overall = overall(facts(scenario), scenario.asOf());
            covered.set(overall.best().headline(), overall.worst().headline() + 1);
        }

        // Then
        assertThat(all).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(covered.nextClearBit(0)).isEqualTo(most() + 1);
        assertThat(all).extracting(scenario -> facts(scenario).id()).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files).hasSize(all.size());
        }
    }

    /** Where the scale ends in truth: with nothing known. The points for location add up to less than 100. */
    private static int most() {
        return overall(facts("{\"id\": \"W-00\", \"name\": \"Nobody\"}"), LocalDate.of(2026, 11, 15))
                .worst()
                .headline();
    }

    private static Figure overall(SupplierFacts facts, LocalDate asOf) {
        try {
            return METHODOLOGY.rater(asOf).rate(facts).detail().overall();
        } catch (PackException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SupplierFacts facts(Scenario scenario) {
        return facts(scenario.facts());
    }

    private static SupplierFacts facts(String document) {
        try {
            return METHODOLOGY.complete(
                    new SupplierFactsReader(METHODOLOGY.catalogue()).read(SupplierFile.parse(document)),
                    LocalDate.of(2026, 11, 15));
        } catch (FactsException e) {
            throw new IllegalStateException(document, e);
        }
    }

    /** Without the list of rules that say nothing, which any new rule would change. */
    private static String explanation(SupplierFacts facts, Rater rater) {
        String text = ExplanationText.of(facts, rater.rate(facts), List.of(), METHODOLOGY.pack());
        return text.substring(0, text.indexOf("\nRules"));
    }
}
