package io.redoubt.jurisdiction.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.jurisdiction.Factor;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data that ships says what its publishers' tables say, which are read in place beside the project. */
class ShippedJurisdictionsTest {
    private static final Path SHIPPED = Path.of("data", "jurisdictions");
    private static final Path ORIGINALS = Path.of("..", "shared", "data", "jurisdictions");

    private final Jurisdictions shipped;

    ShippedJurisdictionsTest() throws JurisdictionException {
        shipped = JurisdictionReader.read(SHIPPED);
    }

    @Test
    void allCountriesOfTheOriginalAreThere() {
        // When
        List<String> codes = shipped.countryCodes();

        // Then
        assertThat(codes)
                .hasSize(249)
                .containsExactlyElementsOf(original("countries.csv").stream()
                        .map(row -> row.text("iso3"))
                        .sorted()
                        .toList());
    }

    @Test
    void everyFactorHasItsTypeAndItsMeaningOfAbsence() {
        // When
        Map<String, String> absence = new TreeMap<>();
        shipped.factors().forEach((id, factor) -> absence.put(id, absence(factor)));

        // Then
        assertThat(absence).hasSize(25);
        assertThat(absence).containsEntry("special_301", "NOT_LISTED").containsEntry("fatf", "NOT_LISTED");
        assertThat(absence).containsEntry("us_group_d5", "false").containsEntry("trips", "unknown");
        assertThat(absence).containsEntry("wgi_rule_of_law", "unknown").containsEntry("gdpr_transfer", "unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule_of_law",
                "regulatory_quality",
                "government_effectiveness",
                "control_of_corruption",
                "political_stability",
                "voice_and_accountability"
            })
    void everyWorldBankRangeIsTheEstimateOfTheOriginalAndOneStandardError(String indicator) {
        // Given
        Map<String, Reading> expected = original("wgi.csv").stream()
                .filter(row -> row.text("year").equals("2023"))
                .filter(row -> row.text("indicator").equals(indicator.toUpperCase(Locale.ROOT)))
                .filter(row -> !row.text("iso3").equals("XKX"))
                .collect(Collectors.toMap(row -> row.text("iso3"), ShippedJurisdictionsTest::oneStandardError));

        // When
        Map<String, Reading> ranges = values("wgi_" + indicator);

        // Then
        assertThat(ranges).hasSizeGreaterThan(200).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024, special_301, 27", "2025, special_301_2025, 26", "2026, special_301_2026, 25"})
    void everySpecial301EditionListsTheCountriesOfTheOriginal(String edition, String factor, int count) {
        // Given
        Map<String, String> expected = original("ustr_special_301.csv").stream()
                .filter(row ->
                        row.text("edition").equals(edition) && !row.text("iso3").equals("EUU"))
                .collect(Collectors.toMap(row -> row.text("iso3"), row -> row.text("list")));

        // When
        Map<String, String> listed = formatted(factor);

        // Then
        assertThat(listed).hasSize(count).isEqualTo(expected);
    }

    @Test
    void onlyTheConfirmedEditionOfSpecial301Counts() {
        // When
        List<String> off = shipped.factors().values().stream()
                .filter(factor -> !factor.active())
                .map(Factor::id)
                .toList();

        // Then
        assertThat(off).containsExactly("special_301_2025", "special_301_2026");
        assertThat(shipped.reading("special_301_2026", "VNM").isOpen()).isTrue();
        assertThat(shipped.reading("special_301", "DEU")).isEqualTo(Reading.known(0));
    }

    @ParameterizedTest
    @CsvSource({
        "trips, TRIPS, 72",
        "berne, BERNE, 73",
        "wct, WCT, 56",
        "pct, PCT, 155",
        "madrid, MADRID_PROTOCOL, 82",
        "new_york_convention, NEW_YORK_CONVENTION, 150"
    })
    void everyTreatyHasThePartiesOfTheOriginalWithTheirDates(String factor, String treaty, int count) {
        // Given
        Map<String, String> expected = dates(
                original("treaties.csv"),
                "iso3",
                "in_force",
                row -> row.text("treaty").equals(treaty));

        // When
        Map<String, String> parties = dates(rows(SHIPPED, factor + "/values.csv"), "country", "since", row -> true);

        // Then
        assertThat(parties).hasSize(count).isEqualTo(expected);
        assertThat(formatted(factor)).containsOnlyKeys(expected.keySet()).doesNotContainValue("false");
    }

    @Test
    void taiwanIsAPartyToTripsAndUnknownElsewhere() {
        // When
        Reading trips = shipped.reading("trips", "TWN");
        List<Reading> others = List.of(
                shipped.reading("berne", "TWN"), shipped.reading("pct", "TWN"), shipped.reading("madrid", "TWN"));

        // Then
        assertThat(trips).isEqualTo(Reading.known(1));
        assertThat(others).allMatch(Reading::isOpen);
    }

    @ParameterizedTest
    @CsvSource({"d1, D:1", "d2, D:2", "d3, D:3", "d4, D:4", "d5, D:5", "e1, E:1", "e2, E:2"})
    void everyExportControlGroupHasTheOriginalsMembersAndHongKongFollowsChina(String id, String group) {
        // Given
        List<String> expected = original("bis_country_groups.csv").stream()
                .filter(row -> row.text("group").equals(group))
                .map(row -> row.text("iso3"))
                .toList();

        // When
        Map<String, String> members = formatted("us_group_" + id);

        // Then
        assertThat(members.keySet().stream().filter(country -> !country.equals("HKG")))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(members.containsKey("HKG")).isEqualTo(members.containsKey("CHN"));
    }

    @Test
    void theUnitedArabEmiratesLeftTheirExportControlGroups() {
        // When
        List<Reading> groups = List.of(shipped.reading("us_group_d3", "ARE"), shipped.reading("us_group_d4", "ARE"));

        // Then
        assertThat(groups).containsOnly(Reading.known(0));
    }

    @Test
    void theFatfListsAreThoseOfTheOriginal() {
        // Given
        Map<String, String> expected = original("fatf.csv").stream()
                .collect(Collectors.toMap(row -> row.text("iso3"), row -> row.text("status")));

        // When
        Map<String, String> listed = formatted("fatf");

        // Then
        assertThat(listed).hasSize(24).isEqualTo(expected);
    }

    @Test
    void theTransferBasisIsKnownWhereTheOriginalNamesOne() {
        // Given
        Map<String, String> expected = original("regimes.csv").stream()
                .filter(row -> !row.cell("gdpr_transfer_basis_2026").isBlank())
                .collect(Collectors.toMap(row -> row.text("iso3"), row -> code(row.text("gdpr_transfer_basis_2026"))));

        // When
        Map<String, String> bases = formatted("gdpr_transfer");

        // Then
        assertThat(bases).hasSize(38).isEqualTo(expected);
        assertThat(shipped.reading("gdpr_transfer", "CHN").isOpen()).isTrue();
    }

    private static String code(String basis) {
        return basis.equals("EU/EEA") ? "EU_EEA" : basis.startsWith("yes") ? "ADEQUATE" : "PARTIAL";
    }

    private static String absence(Factor factor) {
        return factor.missing() instanceof Factor.Missing.Means means
                ? factor.type().format(means.value())
                : "unknown";
    }

    private static Reading oneStandardError(CsvRow row) {
        long estimate = Micros.parse(row.decimal("estimate"));
        long error = Micros.parse(row.decimal("std_error"));
        return Reading.within(estimate - error, estimate + error);
    }

    private static Map<String, String> dates(List<CsvRow> rows, String country, String date, Predicate<CsvRow> which) {
        return rows.stream().filter(which).collect(Collectors.toMap(row -> row.text(country), row -> row.text(date)));
    }

    private Map<String, Reading> values(String factor) {
        return shipped.values().getOrDefault(factor, Map.of());
    }

    private Map<String, String> formatted(String factor) {
        ValueType type = shipped.types().getOrDefault(factor, new ValueType.Flag());
        Map<String, String> formatted = new TreeMap<>();
        values(factor).forEach((country, reading) -> formatted.put(country, type.format(reading.low())));
        return formatted;
    }

    private static List<CsvRow> original(String file) {
        return rows(ORIGINALS, file);
    }

    private static List<CsvRow> rows(Path folder, String file) {
        Problems problems = new Problems();
        List<CsvRow> rows = TextFile.read(folder, file, problems)
                .flatMap(text -> CsvTable.of(file, text, problems))
                .map(CsvTable::rows)
                .orElse(List.of());
        assertThat(problems.list()).isEmpty();
        return rows;
    }
}
