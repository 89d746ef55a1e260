package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Audit;
import io.redoubt.facts.Canary;
import io.redoubt.facts.Clause;
import io.redoubt.facts.Engagement;
import io.redoubt.facts.Engagement.Asset;
import io.redoubt.facts.Incident;
import io.redoubt.facts.Link;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Register;
import io.redoubt.facts.Site;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.InherentPoints;
import io.redoubt.rulepack.InherentPoints.Kind;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Points;
import io.redoubt.shared.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that follow from others by a small rule each. */
class DerivedFactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final FactCatalogue CATALOGUE = CatalogueFixture.catalogue();

    @ParameterizedTest(name = "{0} {1} with {2} days: a gap {3}")
    @CsvSource({
        "C-02, AGREED, 90, false",
        "C-02, AGREED, 89, true",
        "C-02, AGREED,, false",
        "C-02, REFUSED, 30, false",
        "C-02, MISSING,, true",
        "L-17, AGREED, 179, true",
        "L-17, AGREED, 180, false",
        "L-01, AGREED, 1, false"
    })
    void aClauseThatIsMissingOrShorterThanOursIsAGap(String clause, String standing, Long days, boolean gap)
            throws Exception {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.clauses.add(
                new Clause(clause, standing, Optional.ofNullable(days).map(d -> d * Micros.ONE)));

        // When
        List<String> gaps = new DemoFixture().rate(supplier, DemoFixture.DAY).gaps();

        // Then
        assertThat(gaps.contains(clause)).isEqualTo(gap);
        assertThat(gaps).contains("L-02");
    }

    @ParameterizedTest(name = "{0} with record {1}, reviewers {2}, heard on {3}: {4}")
    @CsvSource({
        "ATTRIBUTED, safe 4, ann|bob, 2026-11-21, ATTRIBUTED",
        "ATTRIBUTED, safe 4, ann|bob, 2026-11-22, CONFIRMED_UNPROVEN",
        "ATTRIBUTED, safe 4, ann|bob,, CONFIRMED_UNPROVEN",
        "ATTRIBUTED, safe 4, ann, 2026-11-01, CONFIRMED_UNPROVEN",
        "ATTRIBUTED,, ann|bob, 2026-11-01, CONFIRMED_UNPROVEN",
        "SUSPECTED,,,, SUSPECTED",
        "OWN_LEAK, safe 4, ann|bob, 2026-11-01, OWN_LEAK",
        "NOT_OBSERVED,,,, NOT_OBSERVED"
    })
    void aLeakIsAttributedOnlyWithRecordReviewersAndHearing(
            String outcome, String custody, String reviewers, LocalDate heard, String effective) {
        // Given
        Canary canary = new Canary(
                "K",
                LocalDate.of(2026, 1, 1),
                outcome,
                Optional.ofNullable(custody),
                reviewers == null ? List.of() : Arrays.asList(reviewers.split("\\|", -1)),
                Optional.ofNullable(heard));

        // When
        String found = SupplierReadings.outcome(canary, TODAY);

        // Then
        assertThat(found).isEqualTo(effective);
    }

    /**
     * Each link is a listed owner's percent or ?, with ! for the power to appoint, ~ where nobody knows of it and - for
     * one that is not listed.
     */
    @ParameterizedTest(name = "links {0}, screened {1} until {2}: {3} to {4}")
    @CsvSource({
        "'', NOT_LISTED, 2026-11-21, NOT_LISTED, NOT_LISTED",
        "'', NOT_LISTED, 2026-11-20, NOT_LISTED, LISTED_HALF_OR_MORE",
        "'',,, NOT_LISTED, LISTED_HALF_OR_MORE",
        "30, NOT_LISTED, 2026-11-21, LISTED_BELOW_HALF, LISTED_BELOW_HALF",
        "30 20, NOT_LISTED, 2026-11-21, LISTED_HALF_OR_MORE, LISTED_HALF_OR_MORE",
        "30 19.999999, NOT_LISTED, 2026-11-21, LISTED_BELOW_HALF, LISTED_BELOW_HALF",
        "1!, NOT_LISTED, 2026-11-21, LISTED_HALF_OR_MORE, LISTED_HALF_OR_MORE",
        "60-, NOT_LISTED, 2026-11-21, NOT_LISTED, NOT_LISTED",
        "30,,, LISTED_BELOW_HALF, LISTED_HALF_OR_MORE",
        "50, LISTED_BELOW_HALF, 2026-11-21, LISTED_HALF_OR_MORE, LISTED_HALF_OR_MORE",
        "?, NOT_LISTED, 2026-11-21, NOT_LISTED, LISTED_HALF_OR_MORE",
        "30~, NOT_LISTED, 2026-11-21, LISTED_BELOW_HALF, LISTED_HALF_OR_MORE",
        "30 ?, NOT_LISTED, 2026-11-21, LISTED_BELOW_HALF, LISTED_HALF_OR_MORE",
        "?, LISTED_BELOW_HALF, 2026-11-21, LISTED_BELOW_HALF, LISTED_HALF_OR_MORE",
        "?!, NOT_LISTED, 2026-11-21, LISTED_HALF_OR_MORE, LISTED_HALF_OR_MORE",
        "50~, NOT_LISTED, 2026-11-21, LISTED_HALF_OR_MORE, LISTED_HALF_OR_MORE",
        "?-, NOT_LISTED, 2026-11-21, NOT_LISTED, NOT_LISTED"
    })
    void sharesOfListedOwnersAddUp(String links, String screened, LocalDate until, String low, String high) {
        // Given
        List<Link> owners = Arrays.stream(links.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .map(text -> new Link(
                        "Owner",
                        Optional.of(text.replaceAll("[!~-]", ""))
                                .filter(percent -> !percent.equals("?"))
                                .map(Micros::parse),
                        text.endsWith("~") ? Optional.empty() : Optional.of(text.endsWith("!")),
                        LocalDate.of(2020, 1, 1),
                        Optional.empty(),
                        Optional.of(!text.endsWith("-"))))
                .toList();
        Ownership ownership = new Ownership(
                Optional.of(true),
                Optional.ofNullable(screened),
                Optional.ofNullable(until),
                Optional.empty(),
                Optional.empty(),
                owners);

        // When
        Reading reading = OwnerListing.on(ownership, TODAY);

        // Then
        assertThat(StandardFields.OWNER_LIST.format(reading.low())).isEqualTo(low);
        assertThat(StandardFields.OWNER_LIST.format(reading.high())).isEqualTo(high);
    }

    @ParameterizedTest(name = "aware {0}, reported {1} at a site in {2}: {3} hours")
    @CsvSource({
        "2026-11-20T08:00:00Z, 2026-11-21T08:00:00Z, UTC, 24",
        "2026-11-20T08:00:00Z, 2026-11-21T08:00:01Z, UTC, 24.000277",
        "2026-11-21T12:00:00Z,, UTC, 12",
        "2026-11-21T12:00:00Z,, Asia/Tokyo, 3",
        "2026-11-21T12:00:00Z,, America/New_York, 17",
        "2026-11-21T12:00:00Z, 2026-11-23T12:00:00Z, UTC, 12",
        "2026-11-22T00:00:00Z,, UTC,",
        ", 2026-11-21T08:00:00Z, UTC,"
    })
    void aReportThatWasNotMadeCountsUntilTheEndOfTheDayAtTheSite(
            Instant aware, Instant reported, String zone, String hours) {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.sites.add(new Site("S1", "Works", "JPN", Optional.of(zone), List.of()));
        Incident incident = new Incident(
                "I",
                "EXPLOITED_VULNERABILITY",
                "MAJOR",
                LocalDate.of(2026, 11, 19),
                Optional.ofNullable(aware),
                Optional.ofNullable(reported),
                Optional.empty(),
                Optional.empty(),
                Optional.of("S1"));

        // When
        Optional<Reading> reading =
                ReportingTime.of(supplier.build(), incident, TODAY).until(incident.warnedAt());

        // Then
        assertThat(reading).isEqualTo(Optional.ofNullable(hours).map(text -> Reading.known(Micros.parse(text))));
    }

    @ParameterizedTest(name = "sites doing {0}: firmware {1}")
    @CsvSource({
        "ASSEMBLY, 0, 0",
        "ASSEMBLY FIRMWARE_DEVELOPMENT, 1, 1",
        "ASSEMBLY -, 0, 1",
        "FIRMWARE_DEVELOPMENT -, 1, 1",
        "'', 0, 1"
    })
    void anActivityIsRuledOutOnlyWhereEverySiteSaysWhatItDoes(String sites, long low, long high) {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        Arrays.stream(sites.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .forEach(activity -> supplier.sites.add(
                        activity.equals("-")
                                ? PartsFixture.site("S" + supplier.sites.size(), "JPN")
                                : PartsFixture.site("S" + supplier.sites.size(), "JPN", activity)));

        // When
        Reading reading = ofSupplier(supplier, "does_firmware_development");

        // Then
        assertThat(List.of(reading.low(), reading.high())).containsExactly(low, high);
    }

    /** {@code line:FAILED@2026-01-01}, one audit each. */
    @ParameterizedTest(name = "{0}, complete {1}: {2} to {3}")
    @CsvSource({
        "'', true, NONE, NONE",
        "'', false, FAILED, PASSED",
        "line:PASSED@2026-01-01, true, PASSED, PASSED",
        "line:PASSED@2026-01-01, false, FAILED, PASSED",
        "line:FAILED@2026-01-01, false, FAILED, FAILED",
        "line:FAILED@2026-01-01 line:PASSED@2026-02-01, true, PASSED, PASSED",
        "line:PASSED@2026-01-01 line:FAILED@2026-02-01, true, FAILED, FAILED",
        "line:PASSED@2026-02-01 line:FAILED@2026-02-01, true, FAILED, FAILED",
        "line:FAILED@2026-01-01 mill:PASSED@2026-02-01, true, FAILED, FAILED",
        "line:PASSED@2026-01-01 line:FAILED@2026-11-22, true, PASSED, PASSED"
    })
    void theLatestAuditOfEachSystemCounts(String audits, boolean complete, String low, String high) {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        for (String text : audits.isEmpty() ? new String[0] : audits.split(" ", -1)) {
            String[] parts = text.split("[:@]", -1);
            supplier.audits.add(new Audit(
                    "A" + supplier.audits.size(),
                    "IEC_62443_3_3",
                    parts[0],
                    Optional.empty(),
                    LocalDate.parse(parts[2]),
                    parts[1],
                    Optional.empty()));
        }
        if (complete) {
            supplier.complete(Register.Kind.AUDITS, TODAY);
        }

        // When
        Reading reading = ofSupplier(supplier, "iec62443_3_3_audit");

        // Then
        assertThat(StandardFields.AUDITED.format(reading.low())).isEqualTo(low);
        assertThat(StandardFields.AUDITED.format(reading.high())).isEqualTo(high);
    }

    /** Each audit is id:result:level, all of one system on one day; the first is the one that counts. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "B:FAILED:3 A:PASSED:1",
                "B:PASSED:1 A:PASSED:2",
                "B:FAILED:1 A:FAILED:2",
                "B:PASSED: A:PASSED:1",
                "A:PASSED:2 B:PASSED:2",
                "A:FAILED: B:FAILED: C:PASSED:1"
            })
    void ofTwoAuditsOnOneDayTheWorseCountsInWhateverOrder(String audits) {
        // Given
        SupplierFixture listed = SupplierFixture.unknown();
        for (String text : audits.split(" ", -1)) {
            String[] parts = text.split(":", -1);
            listed.audits.add(new Audit(
                    parts[0],
                    "IEC_62443_3_3",
                    "line",
                    Optional.of(parts[2]).filter(level -> !level.isEmpty()).map(Micros::parse),
                    TODAY,
                    parts[1],
                    Optional.empty()));
        }
        SupplierFixture reversed = SupplierFixture.unknown();
        listed.audits.forEach(audit -> reversed.audits.add(0, audit));

        // When
        Collection<Audit> latest =
                FactDerivation.latestAudits(listed.build(), TODAY).values();
        Collection<Audit> other =
                FactDerivation.latestAudits(reversed.build(), TODAY).values();

        // Then
        assertThat(latest).containsExactly(listed.audits.get(0));
        assertThat(other).containsExactly(listed.audits.get(0));
    }

    /** Value + safety + access + location share of the exposure; residual is inherent less at most nine tenths. */
    @ParameterizedTest(name = "{0} with access {1}, control {2}, location {3}: inherent {4}, effect {5}, residual {6}")
    @CsvSource({
        "HIGH/NONE, NONE, 0, 0, 30, '90 %', 3",
        "HIGH/NONE, NONE, 100, 0, 30, '0 %', 30",
        "HIGH/DIRECT, KEYS_OR_SOURCE, 50, 40, 76, '45 %', 41.8",
        "HIGH/NONE HIGH/NONE HIGH/NONE, NONE, 0, 0, 45, '90 %', 4.5",
        "VERY_HIGH/NONE VERY_HIGH/NONE VERY_HIGH/DIRECT, KEYS_OR_SOURCE, 0, 100, 100, '90 %', 10",
        "LOW/INDIRECT MEDIUM/NONE, NONE, 33.333333, 0, 23, '60 %', 9.2",
        "'', NONE, 20, 0, 5, '72 %', 1.4"
    })
    void residualRiskIsWhatControlsLeave(
            String assets,
            String access,
            String control,
            String location,
            String inherent,
            String effect,
            String left) {
        // Given
        List<Asset> disclosed = Arrays.stream(assets.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .map(text -> new Asset(text, text.split("/", -1)[0], text.split("/", -1)[1]))
                .toList();
        Engagement engagement =
                new Engagement("E", "S1", "CRITICAL/ASSEMBLY", access, disclosed, TODAY, Optional.empty());

        // When
        EngagementRisk risk = EngagementRisk.of(
                engagement,
                SCALE,
                figure(control),
                figure(location),
                new Clearance(Clearance.Status.CLEARED, List.of()));

        // Then
        assertThat(risk.inherent().worst()).isEqualTo(Points.parse(inherent));
        assertThat(risk.effectiveness().worst()).hasToString(effect);
        assertThat(risk.residual().worst()).isEqualTo(Points.parse(left));
        assertThat(risk.residual().best()).isEqualTo(Points.parse(left));
    }

    private static final List<InherentPoints> SCALE = List.of(
            row(Kind.VALUE, "LOW", 5),
            row(Kind.VALUE, "MEDIUM", 15),
            row(Kind.VALUE, "HIGH", 30),
            row(Kind.VALUE, "VERY_HIGH", 45),
            row(Kind.SAFETY, "INDIRECT", 8),
            row(Kind.SAFETY, "DIRECT", 20),
            row(Kind.ACCESS, "KEYS_OR_SOURCE", 20),
            row(Kind.LOCATION, "", 15));

    private static InherentPoints row(Kind of, String code, long points) {
        return new InherentPoints(of, code, new Points(points * Micros.ONE));
    }

    private static Figure figure(String exact) {
        Waterfall end = new Waterfall(List.of(), Points.parse(exact), 0);
        return new Figure(end, end);
    }

    private static Reading ofSupplier(SupplierFixture supplier, String field) {
        return PackInputsFixture.derivation(CATALOGUE, List.of()).derive(supplier.build(), TODAY).rows().stream()
                .filter(row -> row.type() == FactType.SUPPLIER)
                .map(row -> row.read(CATALOGUE.field(FactType.SUPPLIER, field)))
                .findFirst()
                .orElseThrow();
    }
}
