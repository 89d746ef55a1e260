package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.WorkClass.Sensitivity;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * S-024 of the demo (an assembler in Mexico with an open leak) rated by hand from its document and the rows of the
 * baseline, to the last millionth of a point.
 */
class DemoSupplierTest {
    private static final RatingOutcome OUTCOME = rated();

    @Test
    void controlRiskIsHeldUpByTheWorstDomain() {
        // When
        Figure control = OUTCOME.detail().control();

        // Then
        // Seven equal weights of one million: 142858 for LEGAL, the first, and 142857 for each of the others.
        //   LEGAL            nothing refused, both answers YES and documented                    =  0
        //   CONFIDENTIALITY  CNF-04 15 (need to know PARTIAL) + CNF-04 15 (transfer log PARTIAL)
        //                    + INC-01 40 (IP_LEAK not resolved)                                  = 70
        //   CERTIFICATION    CRT-20 25 (no IEC 62443-4-1, list complete) + FND-02 15 (one MAJOR) = 40
        //   FIRMWARE         boot YES, signing 3.5 h of 4 h, both documented; no release         =  0
        //   GOVERNANCE       GOV-11 10 (an incident in 24 months) + INC-05 15 (MAJOR, open)      = 25
        //   TRACEABILITY     TRC-02 20 (open-source policy PARTIAL)                              = 20
        //   EXPORT_DATA      EXP-03 25 (data flows PARTIAL)                                      = 25
        // Σ = 0.142857 × (70 + 40 + 25 + 20 + 25) = 0.142857 × 180 = 25.71426
        // Floor: 70 − 15 = 55, so 55 − 25.71426 = 29.28574 are added.
        assertThat(control.worst().exact()).isEqualTo(Points.parse("55"));
        assertThat(control.worst().steps())
                .containsExactly(
                        contribution("CNF-04 Answer Q-NEED-TO-KNOW", "2.142855"),
                        contribution("CNF-04 Answer Q-TRANSFER-LOG", "2.142855"),
                        contribution("INC-01 Incident I-1", "5.71428"),
                        contribution("CRT-20 Supplier", "3.571425"),
                        contribution("FND-02 Finding F-1", "2.142855"),
                        contribution("GOV-11 Supplier", "1.42857"),
                        contribution("INC-05 Incident I-1", "2.142855"),
                        contribution("TRC-02 Answer Q-OSS-POLICY", "2.85714"),
                        contribution("EXP-03 Answer Q-DATA-FLOWS", "3.571425"),
                        new Step(Kind.FLOOR, "CONFIDENTIALITY 70 less the allowance", Points.parse("29.28574")));
        assertThat(control.best()).isEqualTo(control.worst());
    }

    @Test
    void locationExposureIsThatOfMexico() {
        // When
        Figure location = OUTCOME.detail().location();

        // Then
        // Rule of law −0.9677…−0.6451 lies whole within −1.25…−0.5: LOC-02               27
        // Political stability −0.8362…−0.4254 lies whole within −1.0…0: LOC-11            8
        // Special 301, 2024: watch list: LOC-21                                            4
        // Party to the New York Convention, not listed by the FATF                         0
        assertThat(location.worst().steps())
                .containsExactly(
                        contribution("LOC-02 Site S1", "27"),
                        contribution("LOC-11 Site S1", "8"),
                        contribution("LOC-21 Site S1", "4"));
        assertThat(location.worst().exact()).isEqualTo(Points.parse("39"));
        assertThat(location.best().exact()).isEqualTo(Points.parse("39"));
    }

    @Test
    void overallIsThreeQuartersControlAndOneQuarterLocation() {
        // When
        Figure overall = OUTCOME.detail().overall();

        // Then: 0.75 × 55 + 0.25 × 39 = 41.25 + 9.75 = 51 exactly, so nothing is rounded
        assertThat(overall.worst().steps())
                .containsExactly(
                        new Step(Kind.SHARE, "control risk", Points.parse("41.25")),
                        new Step(Kind.SHARE, "location exposure", Points.parse("9.75")));
        assertThat(overall.worst().headline()).isEqualTo(51);
        assertThat(overall.best().headline()).isEqualTo(51);
    }

    @Test
    void theBandTheMissingCertificateAndTheOpenLeakBarWork() {
        // When
        RatingDetail detail = OUTCOME.detail();

        // Then: 51 lies in ELEVATED (41 to 60), which bars CRITICAL/*; so does KO-08 (no IEC 62443-4-1 certificate);
        // KO-12 (the leak is open) bars CONFIDENTIAL+/*
        assertThat(OUTCOME.badge()).isEqualTo("ELEVATED");
        assertThat(detail.coverage()).isEqualTo(Share.WHOLE);
        assertThat(detail.clearances())
                .allSatisfy(
                        (workClass, clearance) -> assertThat(clearance).isEqualTo(expected(workClass.sensitivity())));
    }

    private static Clearance expected(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case CRITICAL -> new Clearance(Status.BARRED, List.of("KO-08", "KO-12", "band:ELEVATED"));
            case CONFIDENTIAL -> new Clearance(Status.BARRED, List.of("KO-12"));
            case STANDARD -> new Clearance(Status.CLEARED, List.of());
        };
    }

    private static Step contribution(String label, String points) {
        return new Step(Kind.CONTRIBUTION, label, Points.parse(points));
    }

    private static RatingOutcome rated() {
        try {
            Methodology methodology = Methodology.read(Path.of("data"), Path.of("rules/baseline"));
            SupplierFactsReader reader = new SupplierFactsReader(methodology.catalogue());
            String text = Files.readString(Path.of("data/demo/suppliers.json"));
            SupplierFacts facts =
                    reader.read(SupplierFile.documents(SupplierFile.parse(text)).get(23));
            return methodology.rater(LocalDate.of(2026, 11, 21)).rate(methodology.withJurisdictions(facts));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
