package io.redoubt.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML is read as its author wrote it: text stays text, and every value keeps its place. */
class YamlNodeTest {
    private final Problems problems = new Problems();

    private YamlNode yaml(String text) {
        return YamlNode.of("a.yaml", text, problems);
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aMapGivesTypedValues() {
        // Given
        String text = "title: Days\nfrom: 2026-11-01\nupTo: 25\nvalue: -1.50\nwaivable: true\n";

        // When
        YamlMap map = yaml(text).map("title", "from", "upTo", "value", "waivable");

        // Then
        assertThat(map.text("title")).isEqualTo("Days");
        assertThat(map.date("from")).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(map.integer("upTo")).isEqualTo(25);
        assertThat(map.decimal("value")).isEqualTo("-1.50");
        assertThat(map.flag("waivable")).isTrue();
        assertThat(said()).isEmpty();
    }

    @Test
    void wordsThatYamlWouldTurnIntoSomethingElseStayText() {
        // When
        YamlMap map = yaml("country: NO\nedition: 2024\nversion: 1.10\nfolded: >\n  one\n  two\n")
                .openMap();

        // Then
        assertThat(map.keys()).containsExactly("country", "edition", "version", "folded");
        assertThat(map.keys().stream().map(map::text)).containsExactly("NO", "2024", "1.10", "one two");
        assertThat(said()).isEmpty();
    }

    @Test
    void placesCountLinesAndCharactersFromOne() {
        // When
        YamlMap map = yaml("# comment\na:\n  - b: 1\n").openMap();

        // Then
        YamlMap item = map.list("a").get(0).openMap();
        assertThat(map.place()).isEqualTo(new Place("a.yaml", 2, 1));
        assertThat(item.place("b")).isEqualTo(new Place("a.yaml", 3, 5));
        assertThat(item.get("b").place()).isEqualTo(new Place("a.yaml", 3, 8));
    }

    @Test
    void anOptionalKeyMayBeMissingOrEmpty() {
        // When
        YamlMap map = yaml("empty:\nnone: ~\nblank: \"\"\n").openMap();

        // Then
        assertThat(map.optionalText("absent")).isEmpty();
        assertThat(map.optionalText("empty")).isEmpty();
        assertThat(map.optionalDate("none")).isEmpty();
        assertThat(map.optionalText("blank")).contains("");
        assertThat(map.optionalList("absent")).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void aMissingKeyIsReportedOnceAndWhatIsBelowItStaysSilent() {
        // Given
        YamlMap map = yaml("a: 1\n").openMap();

        // When
        String title = map.map("source", "title").text("title");

        // Then
        assertThat(title).isEmpty();
        assertThat(said()).containsExactly("a.yaml:1:1 The key (source) must be present.");
    }

    @Test
    void anUnknownKeyIsRefused() {
        // When
        yaml("title: x\ntilte: y\n").map("title", "id");

        // Then
        assertThat(said()).containsExactly("a.yaml:2:1 The key (tilte) must be one of id, title.");
    }

    @Test
    void aValueOfAnotherTypeIsRefusedAtTheValue() {
        // Given
        YamlMap map = yaml("day: 2026-02-30\nwhole: 1.5\nplain: 1e3\nflag: yes\nword: [a]\nlist: a\nmap: a\n")
                .openMap();

        // When
        map.date("day");
        map.integer("whole");
        map.decimal("plain");
        map.flag("flag");
        map.text("word");
        map.list("list");
        map.map("map");

        // Then
        assertThat(said())
                .containsExactly(
                        "a.yaml:1:6 The day (2026-02-30) must be a date such as 2026-11-01.",
                        "a.yaml:2:8 The whole (1.5) must be a whole number such as 12.",
                        "a.yaml:3:8 The plain (1e3) must be a plain decimal such as 12.5.",
                        "a.yaml:4:7 The flag (yes) must be one of true, false.",
                        "a.yaml:5:7 The word must be a single value, not a list or a map.",
                        "a.yaml:6:7 The list (a) must be a list.",
                        "a.yaml:7:6 The map (a) must be a map of keys and values.");
    }

    @Test
    void aListGivesItsItems() {
        // When
        List<Scalar> scalars = yaml("[a, 1, true]").scalars();

        // Then
        assertThat(scalars).extracting(Scalar::raw).containsExactly("a", "1", "true");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\0", "\\e", "\\x1b", "\\x7f", "\\ud800", "\\N"})
    void anEscapeThatMakesWhatNoTextMayHoldIsRefused(String escape) {
        // When
        yaml("title: \"a" + escape + "b\"");

        // Then
        assertThat(said())
                .containsExactly("a.yaml:1:8 The value (a\uFFFDb) must not hold control characters.\nMaybe look for an"
                        + " escape such as \\0 or \\x1b.");
    }

    @Test
    void aLongOrHostileValueIsShownShortAndHarmless() {
        // When
        yaml("day: \"\\u200f[31m\\u200f" + "x".repeat(100) + "\"").openMap().date("day");

        // Then
        assertThat(said())
                .containsExactly("a.yaml:1:6 The day (\uFFFD[31m\uFFFD" + "x".repeat(54)
                        + "…) must be a date such as 2026-11-01.");
    }
}
