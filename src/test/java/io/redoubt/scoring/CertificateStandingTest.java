package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Certification;
import io.redoubt.facts.CertifiedScope;
import io.redoubt.facts.Site;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Micros;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate comes to: by edition, body, surveillance, and by what its scheme is about. */
class CertificateStandingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String NAME = "Halvenstein Elektronik GmbH";

    @ParameterizedTest(name = "edition {0} where {1} counts, surveillance due {2}: {3}")
    @CsvSource({
        "2022, 2022,, VALID",
        "2013, 2022,, EDITION_ENDED",
        "2013, 2013,, VALID",
        ", 2022,, VALID",
        "2022, 2022, 2026-11-21, VALID",
        "2022, 2022, 2026-11-20, SURVEILLANCE_OVERDUE"
    })
    void anEndedEditionOrAMissedSurveillanceEndsACertificate(
            String edition, long least, LocalDate surveillance, String state) {
        // Given
        Certification certificate =
                certificate("ISO_27001", edition, true, Optional.empty(), "sam", Optional.ofNullable(surveillance));
        PackInputs inputs = PackInputsFixture.inputs(Map.of("iso_27001_least_edition", least * Micros.ONE));

        // When
        String found = new CertificateStanding(SupplierFixture.unknown().build(), inputs, TODAY).state(certificate);

        // Then
        assertThat(found).isEqualTo(state);
    }

    @ParameterizedTest(name = "edition {0}, accredited {1}, reviewed by {2}: {3}")
    @CsvSource({
        "2022, true, sam, CONFIRMED",
        ", true, sam, LAPSED",
        "2022, false, sam, PARTIAL",
        "2022, true,, PARTIAL",
        "2013, true, sam, LAPSED"
    })
    void onlyAReviewedCertificateOfAnAccreditedBodyIsConfirmed(
            String edition, boolean accredited, String reviewer, String certified) {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.certifications.add(
                certificate("ISO_27001", edition, accredited, Optional.empty(), reviewer, Optional.empty()));
        PackInputs inputs = PackInputsFixture.inputs(Map.of("iso_27001_least_edition", 2022 * Micros.ONE));

        // When
        long best = new CertificateStanding(supplier.build(), inputs, TODAY).best("ISO_27001", false);

        // Then
        assertThat(StandardFields.CERTIFIED.format(best)).isEqualTo(certified);
    }

    /** The work: ASSEMBLY and TESTING at site S1, product Gateway. */
    @ParameterizedTest(
            name =
                    "{0} for {1}, sites {2}, activities {3}, products {4}, level {5}, applicability {6}: {7}, could be {8}")
    @CsvSource({
        "ISO_27001, Halvenstein Elektronik GmbH, S1, ASSEMBLY|TESTING,,, true, CONFIRMED, CONFIRMED",
        "ISO_27001, HALVENSTEIN  elektronik gmbh, S1, ASSEMBLY|TESTING,,, true, CONFIRMED, CONFIRMED",
        "ISO_27001, Halvenstein Holding AG, S1, ASSEMBLY|TESTING,,, true, PARTIAL, PARTIAL",
        "ISO_27001, Halvenstein Elektronik GmbH, S2, ASSEMBLY|TESTING,,, true, NONE, NONE",
        "ISO_27001, Halvenstein Elektronik GmbH, S1, ASSEMBLY,,, true, PARTIAL, PARTIAL",
        "ISO_27001, Halvenstein Elektronik GmbH, S1, ASSEMBLY|TESTING,,, false, PARTIAL, PARTIAL",
        "ISO_27001, Halvenstein Elektronik GmbH, S1, ASSEMBLY|TESTING,,,, PARTIAL, CONFIRMED",
        "IEC_62443_4_1, Halvenstein Elektronik GmbH,,, Gateway, 2,, CONFIRMED, CONFIRMED",
        "IEC_62443_4_1, Halvenstein Elektronik GmbH,,, gateway, 3,, CONFIRMED, CONFIRMED",
        "IEC_62443_4_1, Halvenstein Elektronik GmbH,,, Gateway, 1,, PARTIAL, PARTIAL",
        "IEC_62443_4_1, Halvenstein Elektronik GmbH,,, Gateway,,, PARTIAL, CONFIRMED",
        "IEC_62443_4_1, Halvenstein Elektronik GmbH,,, Other, 3,, NONE, NONE",
        "IEC_62443_4_1, Somebody else,,, Gateway, 3,, NONE, NONE",
        "IEC_62443_4_2, Somebody else,,, Gateway, 1,, CONFIRMED, CONFIRMED",
        "IEC_62443_4_2, Halvenstein Elektronik GmbH,,, Gateway,,, PARTIAL, CONFIRMED",
        "IEC_62443_3_3, Halvenstein Elektronik GmbH,,, Other, 2,, NONE, NONE",
        "IEC_62443_4_1,,,, Gateway, 2,, NONE, CONFIRMED",
        "ISO_9001,,,,,,, CONFIRMED, CONFIRMED"
    })
    void theScopeIsMatchedByWhatTheSchemeIsAbout(
            String scheme,
            String organisation,
            String sites,
            String activities,
            String products,
            Long level,
            Boolean applicability,
            ScopeMatch match,
            ScopeMatch couldBe) {
        // Given
        CertifiedScope scope = new CertifiedScope(
                Optional.ofNullable(organisation),
                list(sites),
                list(activities),
                list(products),
                Optional.ofNullable(level).map(l -> l * Micros.ONE),
                Optional.ofNullable(applicability));
        Certification certificate = certificate(scheme, "2022", true, Optional.of(scope), "sam", Optional.empty());
        Site site = PartsFixture.site("S1", "DEU", "ASSEMBLY", "TESTING");

        // When
        ScopeMatch.Work work = new ScopeMatch.Work(NAME, Optional.of(site), Optional.of("Gateway"));

        // Then
        assertThat(ScopeMatch.of(certificate, work, false)).isEqualTo(match);
        assertThat(ScopeMatch.of(certificate, work, true)).isEqualTo(couldBe);
    }

    @Test
    void theWeakestSiteDecides() {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.name = NAME;
        supplier.sites.add(PartsFixture.site("S1", "DEU", "ASSEMBLY"));
        supplier.sites.add(PartsFixture.site("S2", "CZE", "ASSEMBLY"));
        CertifiedScope first = new CertifiedScope(
                Optional.of(NAME), List.of("S1"), List.of("ASSEMBLY"), List.of(), Optional.empty(), Optional.of(true));
        supplier.certifications.add(
                certificate("ISO_27001", "2022", true, Optional.of(first), "sam", Optional.empty()));
        CertificateStanding one = new CertificateStanding(supplier.build(), PackInputsFixture.inputs(), TODAY);
        supplier.sites.remove(1);
        CertificateStanding alone = new CertificateStanding(supplier.build(), PackInputsFixture.inputs(), TODAY);

        // When
        List<Long> best = List.of(one.best("ISO_27001", false), alone.best("ISO_27001", false));

        // Then
        assertThat(best)
                .containsExactly(StandardFields.CERTIFIED.parse("NO"), StandardFields.CERTIFIED.parse("CONFIRMED"));
    }

    private static List<String> list(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\\|", -1));
    }

    private static Certification certificate(
            String scheme,
            String edition,
            boolean accredited,
            Optional<CertifiedScope> scope,
            String reviewer,
            Optional<LocalDate> surveillance) {
        return new Certification(
                "C",
                scheme,
                "FICTION-1",
                Optional.ofNullable(edition),
                Optional.of(accredited),
                scope,
                "CONFIRMED",
                Optional.ofNullable(reviewer),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2028, 1, 1),
                surveillance,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
