package io.redoubt.listing.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.CanonicalTexts;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.files.Texts;
import io.redoubt.listing.ExploitedCatalogue;
import io.redoubt.listing.OwnerLists;
import io.redoubt.policy.Methodology;
import io.redoubt.shared.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists are read whole or not at all, and every doubt is told at its place. */
class ListReaderTest {
    private static final String SOURCE =
            "source: { publisher: P, title: T, edition: \"1\", licence: L, retrieved: 2026-11-01, completeness: C }\n";
    private static final String CATALOGUE = "title: T\ndescription: D\n" + SOURCE;
    private static final String LIST = "title: T\ndescription: D\napplies: true\n" + SOURCE;
    private static final String EXPLOITED = "cve,listed_on,note\nCVE-2026-10001,2026-05-01,\n";
    private static final String OWNERS =
            "scheme,identifier,name,from,until\nLEI,529900HALVORIXTEST88,Holding,2026-01-01,\n";

    private final Problems problems = new Problems();

    private static Texts texts(String... pathsAndTexts) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new Texts(texts);
    }

    private List<String> told() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aCatalogueIsRead() {
        // When
        ExploitedCatalogue read = ExploitedReader.read(
                texts("catalogue.yaml", CATALOGUE, "exploited.csv", "\uFEFF" + EXPLOITED), problems);

        // Then
        assertThat(told()).isEmpty();
        assertThat(read.listedOn()).isEqualTo(Map.of("CVE-2026-10001", LocalDate.of(2026, 5, 1)));
        assertThat(read.source())
                .hasValueSatisfying(source -> assertThat(source.edition()).isEqualTo("1"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            CVE-26-1,2026-05-01, ¦ exploited.csv:3:1 The cve (CVE-26-1) must be an id such as CVE-2026-12345.
            cve-2026-10002,2026-05-01, ¦ exploited.csv:3:1 The cve (cve-2026-10002) must be an id such as CVE-2026-12345.
            CVE-2026-10002,1.5.2026, ¦ exploited.csv:3:2 The listed_on (1.5.2026) must be a date such as 2026-11-01.
            CVE-2026-10002,2026-11-02, ¦ exploited.csv:3:2 The listed_on (2026-11-02) must not lie after the day on which
            CVE-2026-10001,2026-06-01, ¦ exploited.csv:3:1 The cve (CVE-2026-10001) must stand only once.
            CVE-2026-10002,2026-05-01,=A1 ¦ exploited.csv:3:3 The note (=A1) must not begin like a formula.
            CVE-2026-10002,2026-05-01 ¦ exploited.csv:3:3 The row (2 cells) must have the header's 3 cells.
            """)
    void aBadRowIsToldAtItsCell(String row, String told) {
        // When
        ExploitedReader.read(texts("catalogue.yaml", CATALOGUE, "exploited.csv", EXPLOITED + row + "\n"), problems);

        // Then
        assertThat(told()).singleElement().asString().startsWith(told);
    }

    @Test
    void whatHasNoSourceEditionLicenceOrDayIsRefused() {
        // When
        ExploitedReader.read(
                texts("catalogue.yaml", "title: T\ndescription: D\nsource: {}\n", "exploited.csv", EXPLOITED),
                problems);

        // Then
        assertThat(told())
                .hasSize(6)
                .allMatch(problem -> problem.startsWith("catalogue.yaml:3:9 The key ("))
                .allMatch(problem -> problem.endsWith(") must be present."));
    }

    @Test
    void aCatalogueWithoutItsTableIsRefused() {
        // When
        ExploitedReader.read(texts("catalogue.yaml", CATALOGUE), problems);

        // Then
        assertThat(told()).containsExactly("exploited.csv The file (exploited.csv) must exist.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"rows", "bytes", "returns", "semicolons"})
    void whatIsTooLargeOrNoTableIsRefused(String what) {
        // Given
        String table = switch (what) {
            case "rows" -> EXPLOITED + "x\n".repeat(CsvTable.MAX_ROWS);
            case "bytes" -> EXPLOITED + "x".repeat(TextFile.MAX_BYTES);
            case "returns" -> "cve,listed_on\r\"CVE-2026-10001\r\",2026-05-01\r";
            default -> "cve;listed_on\nCVE-2026-10001;2026-05-01\n";
        };

        // When
        ExploitedReader.read(texts("catalogue.yaml", CATALOGUE, "exploited.csv", table), problems);

        // Then
        assertThat(told()).isNotEmpty().allMatch(problem -> problem.startsWith("exploited.csv"));
    }

    @Test
    void aListOfOwnersIsRead() {
        // When
        OwnerLists read = OwnerListReader.read(
                texts("README.md", "# Lists", "ours/list.yaml", LIST, "ours/owners.csv", OWNERS), problems);

        // Then
        assertThat(told()).isEmpty();
        assertThat(read.lists()).containsOnlyKeys("ours");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            LEI,529900HALVORIXTEST89,,2026-01-01, ¦ ours/owners.csv:3:2 The identifier (529900HALVORIXTEST89) must be 20 characters with valid check digits (ISO 17442).
            DUNS,12,,2026-01-01, ¦ ours/owners.csv:3:2 The identifier (12) must be nine digits.
            our,1,,2026-01-01, ¦ ours/owners.csv:3:1 The scheme (our) must be LEI, DUNS, VAT or the code of another register
            GB-COH,--,,2026-01-01, ¦ ours/owners.csv:3:2 The identifier (--) must hold a letter or a digit.
            GB-COH,=1,,2026-01-01, ¦ ours/owners.csv:3:2 The identifier (=1) must not begin like a formula.
            GB-COH,1,,2026-02-01,2026-01-31 ¦ ours/owners.csv:3:5 The until (2026-01-31) must not lie before the day from which it is listed (2026-02-01).
            GB-COH,1,@x,2026-02-01, ¦ ours/owners.csv:3:3 The name (@x) must not begin like a formula.
            LEI,529900halvorixtest88,,2026-01-01, ¦ ours/owners.csv:3:2 The identifier (529900halvorixtest88) must stand only once for a day.
            """)
    void aBadOwnerIsToldAtItsCell(String row, String told) {
        // When
        OwnerListReader.read(texts("ours/list.yaml", LIST, "ours/owners.csv", OWNERS + row + "\n"), problems);

        // Then
        assertThat(told()).singleElement().asString().startsWith(told);
    }

    /** The hash names what the cells hold, and neither who saved them nor in which order. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "order, true",
        "quotes, true",
        "columns, true",
        "readme, true",
        "comment, true",
        "cell, false",
        "kind, false"
    })
    void theHashStandsOnContentAlone(String change, boolean same) {
        // Given
        String table = "cve,listed_on\nCVE-2026-10001,2026-05-01\nCVE-2026-10002,2026-05-02\n";
        String before = CanonicalTexts.sha256(
                "exploited",
                texts("catalogue.yaml", CATALOGUE, "exploited.csv", table).byPath());
        String changed = switch (change) {
            case "order" -> "cve,listed_on\nCVE-2026-10002,2026-05-02\nCVE-2026-10001,2026-05-01\n";
            case "quotes" -> table.replace("2026-05-01", "\"2026-05-01\"");
            case "columns" -> "listed_on,cve\n2026-05-01,CVE-2026-10001\n2026-05-02,CVE-2026-10002\n";
            case "cell" -> table.replace("2026-05-02", "2026-05-03");
            default -> table;
        };
        Texts after = texts(
                "catalogue.yaml",
                change.equals("comment") ? "# ours\n" + CATALOGUE : CATALOGUE,
                "exploited.csv",
                changed,
                "README.md",
                change);

        // When
        String hash = CanonicalTexts.sha256(change.equals("kind") ? "owners" : "exploited", after.byPath());

        // Then
        assertThat(hash.equals(before)).isEqualTo(same);
    }

    @Test
    void whatShipsIsRead() throws Exception {
        // When
        Methodology shipped = Methodology.read(Path.of("data"), Path.of("rules/baseline"));

        // Then
        assertThat(shipped.exploited().listedOn())
                .hasSize(1_404)
                .containsEntry("CVE-2021-44228", LocalDate.of(2021, 12, 10));
        assertThat(shipped.owners().lists()).isEmpty();
        assertThat(shipped.data())
                .hasEntrySatisfying(
                        "exploited", edition -> assertThat(edition.of()).containsValue("2025.08.25"));
    }
}
