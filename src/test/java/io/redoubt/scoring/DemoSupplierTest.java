package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Points;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three demo suppliers against sums made by hand in {@code src/docs/hand-calculations.md}. */
class DemoSupplierTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Methodology METHODOLOGY = methodology();
    private static final Map<String, SupplierFacts> FACTS = facts();

    /** Points of the control domains in the order LEGAL, CONFIDENTIALITY, CERTIFICATION, FIRMWARE, … */
    @ParameterizedTest(name = "{0} at the {1} end: {2} make {3}, {4} and {5}")
    @CsvSource({
        // Σ 33.428563 is raised to 65 − 15; FIRMWARE does not apply
        "S-024, worst, 25 65 21 - 34 47 42, 50, 43, 48.25, 49",
        "S-024, best, 25 61 21 - 34 32 8, 46, 39, 44.25, 44",
        "S-004, worst, 0 4 9 8 18 7 24, 9.99999, 40, 17.499992, 18",
        "S-004, best, 0 0 9 0 3 7 8, 3.857139, 33, 11.142854, 11",
        "S-012, worst, 12 27 32 29 28 32 21, 25.857129, 29, 26.642846, 27",
        "S-012, best, 12 27 32 29 28 32 21, 25.857129, 25, 25.642846, 25"
    })
    void addsUpAsByHand(
            String supplier,
            String end,
            String domains,
            String control,
            String location,
            String overall,
            int headline) {
        // When
        RatingDetail detail = detail(supplier);
        Function<Figure, Waterfall> of = end.equals("worst") ? Figure::worst : Figure::best;

        // Then
        assertThat(detail.supplierId()).isEqualTo(supplier);
        assertThat(points(detail, end.equals("worst"))).isEqualTo(domains);
        assertThat(of.apply(detail.control()).exact()).isEqualTo(Points.parse(control));
        assertThat(of.apply(detail.location()).exact()).isEqualTo(Points.parse(location));
        assertThat(of.apply(detail.overall()).exact()).isEqualTo(Points.parse(overall));
        assertThat(of.apply(detail.overall()).headline()).isEqualTo(headline);
    }

    @Test
    void theFloorHoldsUpWhatTheWeightsMakeLight() {
        // When
        List<Step> steps = detail("S-024").control().worst().steps();

        // Then
        assertThat(steps)
                .contains(
                        new Step(Kind.CONTRIBUTION, "LEG-03 Answer Q-IP-OWNERSHIP", Points.parse("1.000006")),
                        new Step(Kind.CONTRIBUTION, "INC-01 Incident I-1", Points.parse("5.71428")),
                        new Step(Kind.CONTRIBUTION, "FND-02 Finding F-1", Points.parse("2.142855")),
                        new Step(Kind.CONTRIBUTION, "GOV-11 Supplier", Points.parse("0.999999")))
                .endsWith(new Step(Kind.FLOOR, "CONFIDENTIALITY 65 less the allowance", Points.parse("16.571437")));
    }

    @ParameterizedTest(name = "{0}: inherent {1} to {2}, effect {3} and {4}, residual {5} to {6}")
    @CsvSource({
        "S-004, 40, 41.5, 86.5285 %, 81 %, 5.3886, 7.885",
        "S-012, 30, 30, 66.7285 %, 66.7285 %, 9.98145, 9.98145"
    })
    void residualRiskIsWhatControlsLeaveOfInherentRisk(
            String supplier, String least, String most, String best, String worst, String left, String leftWorst) {
        // When
        EngagementRisk risk =
                Objects.requireNonNull(detail(supplier).engagements().get("EN-1"));

        // Then
        assertThat(risk.inherent()).isEqualTo(ends(least, most));
        assertThat(risk.effectiveness().best()).hasToString(best);
        assertThat(risk.effectiveness().worst()).hasToString(worst);
        assertThat(risk.residual()).isEqualTo(ends(left, leftWorst));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"JPN, CHN", "JPN, IND", "JPN, VEN", "JPN, USA"})
    void anotherCountryMovesLocationExposureAndNothingElse(String from, String to) {
        // Given
        SupplierFixture moved = SupplierFixture.of(Objects.requireNonNull(FACTS.get("S-001")));
        assertThat(moved.sites).extracting(Site::country).containsOnly(from);
        moved.sites.replaceAll(site -> new Site(site.id(), site.name(), to, site.timeZone(), site.activities()));

        // When
        RatingDetail before = detail("S-001");
        RatingDetail after = rate(moved.build());

        // Then
        assertThat(after.control()).isEqualTo(before.control());
        assertThat(after.coverage()).isEqualTo(before.coverage());
        assertThat(after.location()).isNotEqualTo(before.location());
    }

    @Test
    void theBandTheOpenLeakAndTheMissingSitesBarWork() {
        // When
        RatingDetail detail = detail("S-024");

        // Then
        assertThat(reasons(detail, "STANDARD/ASSEMBLY")).isEmpty();
        assertThat(reasons(detail, "CONFIDENTIAL/ASSEMBLY")).containsExactly("KO-12");
        assertThat(reasons(detail, "CRITICAL/ASSEMBLY")).containsExactly("KO-12", "band:ELEVATED");
        assertThat(reasons(detail, "STANDARD/FIRMWARE_DEVELOPMENT")).containsExactly("KO-28");
        assertThat(reasons(detail, "CRITICAL/KEY_PROVISIONING"))
                .containsExactly("KO-08", "KO-21", "KO-55", "KO-12", "band:ELEVATED");
    }

    private static RatingDetail detail(String supplier) {
        return rate(Objects.requireNonNull(FACTS.get(supplier)));
    }

    private static List<String> reasons(RatingDetail detail, String workClass) {
        return detail.clearances().entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(workClass))
                .flatMap(entry -> entry.getValue().reasons().stream())
                .toList();
    }

    private static Ends ends(String best, String worst) {
        return new Ends(Points.parse(best), Points.parse(worst));
    }

    /** The sums of the domains as the contributions say, a dash for one that left. */
    private static String points(RatingDetail detail, boolean worst) {
        return DOMAINS.stream()
                .map(domain -> detail.coverageByDomain().containsKey(domain) ? sum(detail, domain, worst) : "-")
                .collect(Collectors.joining(" "));
    }

    private static String sum(RatingDetail detail, String domain, boolean worst) {
        return detail.contributions().stream()
                .filter(c -> c.domain().equals(domain))
                .map(c -> worst ? c.worst() : c.best())
                .reduce(Points.ZERO, Points::plus)
                .toString();
    }

    private static final List<String> DOMAINS = List.of(
            "LEGAL", "CONFIDENTIALITY", "CERTIFICATION", "FIRMWARE", "GOVERNANCE", "TRACEABILITY", "EXPORT_DATA");

    private static RatingDetail rate(SupplierFacts facts) {
        try {
            return METHODOLOGY.rater(DAY).rate(METHODOLOGY.complete(facts, DAY)).detail();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Methodology methodology() {
        try {
            return Methodology.read(Path.of("data"), Path.of("rules/baseline"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, SupplierFacts> facts() {
        try {
            SupplierFactsReader reader = new SupplierFactsReader(METHODOLOGY.catalogue());
            String text = Files.readString(Path.of("data/demo/suppliers.json"));
            Map<String, SupplierFacts> read = new HashMap<>();
            for (JsonNode document : SupplierFile.documents(SupplierFile.parse(text))) {
                SupplierFacts facts = reader.read(document);
                read.put(facts.id(), facts);
            }
            return read;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
