package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackDifference.Change;
import io.redoubt.shared.Micros;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edit changes its cell and nothing beside it. */
class PackEditTest {
    private static final PackEdit EDIT = new PackEdit(PackFixture.files());

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "LEG-01, points, 55",
        "LEG-02, Answer.value in, PARTIAL",
        "LEG-02, rationale, 'It matters, and \"more\"'",
        "LEG-01, rationale, 'Two\nlines'",
        "LEG-02, remediation, ''"
    })
    void aCellIsChanged(String rule, String column, String value) throws Exception {
        // When
        PackFiles after = EDIT.row("tables/answers.csv", rule, Map.of(column, value));

        // Then
        List<Change> changes =
                PackDifference.between(PackFixture.files(), after).changes();
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.item()).isEqualTo(rule);
            assertThat(change.part()).isEqualTo(column);
            assertThat(change.after()).isEqualTo(value);
        });
        assertThat(changes).hasSize(column.equals("remediation") ? 0 : 1);
    }

    @Test
    void aRuleIsTakenOutOfForceAndStays() throws Exception {
        // Given
        PackFiles baseline = PackFiles.of(Path.of("rules/baseline"));

        // When
        PackFiles after = new PackEdit(baseline).deprecated("FRM-12");

        // Then
        assertThat(PackDifference.between(baseline, after).changes())
                .singleElement()
                .satisfies(change -> assertThat(List.of(change.item(), change.part(), change.before(), change.after()))
                        .containsExactly("FRM-12", "status", "ACTIVE", "DEPRECATED"));
        assertThatThrownBy(() -> new PackEdit(baseline).deprecated("FRM-99"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("FRM-99");
    }

    @ParameterizedTest
    @CsvSource({"trips-39", "redoubt-policy", "new-source"})
    void aCitationIsWrittenAndTheOthersStay(String id) throws Exception {
        // Given
        PackFiles baseline = PackFiles.of(Path.of("rules/baseline"));
        Map<String, String> fields = Map.of("title", "A \"title\": with - signs # and more", "date", "2026-01-02");

        // When
        PackFiles once = new PackEdit(baseline).citation(id, Map.of("publisher", "P", "retrieved", "2026-02-03"));
        PackFiles after = new PackEdit(once).citation(id, fields);

        // Then
        List<Change> changes = PackDifference.between(baseline, after).changes();
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.item()).isEqualTo(id));
        assertThat(changes).extracting(Change::after).contains(fields.get("title"), "2026-01-02", "P");
    }

    @Test
    void everyRowOfTheBaselineIsWrittenBackAsItWas() throws Exception {
        // Given
        PackFiles baseline = PackFiles.of(Path.of("rules/baseline"));
        PackFiles edited = baseline;

        // When
        for (String file : baseline.below("tables/")) {
            for (String line :
                    String.valueOf(baseline.texts().get(file)).lines().skip(1).toList()) {
                edited = new PackEdit(edited).row(file, line.substring(0, line.indexOf(',')), Map.of());
            }
        }

        // Then
        assertThat(PackDifference.between(baseline, edited).changes()).isEmpty();
    }

    @Test
    void aRowThatIsNotThereIsAdded() throws Exception {
        // When
        PackFiles after = EDIT.row("tables/answers.csv", "LEG-03", Map.of("points", "5", "title", "New"));

        // Then
        assertThat(PackDifference.between(PackFixture.files(), after).changes())
                .extracting(change -> change.item() + " " + change.part() + " " + change.after())
                .containsExactly("LEG-03 id LEG-03", "LEG-03 title New", "LEG-03 points 5");
        assertThat(after.texts().get("tables/answers.csv")).startsWith(PackFixture.ANSWERS);
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({
        "2026-07-01, 20, '2026-01-01 30, 2026-07-01 20'",
        "2026-01-01, 20, '2026-01-01 20'",
        "2025-07-01, 0.5, '2025-07-01 0.5, 2026-01-01 30'"
    })
    void aParameterGetsAValueFromADayOn(LocalDate from, String value, String values) throws Exception {
        // When
        PackFiles after = EDIT.parameter("limit", from, value, "law");

        // Then
        assertThat(PackFixture.read(after).parameters().get(0).values().stream()
                        .map(dated -> dated.from() + " " + Micros.format(dated.value()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(values);
        assertThat(PackFixture.read(after).parameters().get(1))
                .isEqualTo(PackFixture.read(PackFixture.files()).parameters().get(1));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "nothing, 20, law, The parameter ($nothing) must be in the pack.",
        "limit, 2e3, law, The value (2e3) must be a plain decimal",
        "limit, '20, citation: x }', law, 'The value (20, citation: x }) must be'",
        "limit, 20, 'law }', The value (20) must be a plain decimal and the citation (law }) an id"
    })
    void whatIsNoValueIsRefused(String id, String value, String citation, String why) {
        assertThatThrownBy(() -> EDIT.parameter(id, LocalDate.of(2026, 7, 1), value, citation))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(why);
    }

    @Test
    void valuesOverSeveralLinesAreLeftToAPerson() {
        // Given
        PackFiles files = PackFixture.replacing(
                "parameters/limits.yaml",
                "- { from: \"2026-01-01\", value: 30, citation: law }",
                "- from: \"2026-01-01\"\n      value: 30\n      citation: law");

        // Then
        assertThatThrownBy(() -> new PackEdit(files).parameter("limit", LocalDate.of(2026, 1, 1), "20", "law"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("must each stand on a line of their own.");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> EDIT.row("tables/answers.csv", "LEG-01", Map.of("pionts", "5")))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("tables/answers.csv:1:1 The column (pionts) must be one of id, title");
    }
}
