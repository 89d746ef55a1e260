package io.redoubt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.firmware.sbom.VexStatement;
import io.redoubt.firmware.sbom.VexStatement.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VexBearingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static VexStatement said(Status status, String subject, int day) {
        return new VexStatement(
                "CVE-2026-1000",
                status,
                Optional.empty(),
                status == Status.NOT_AFFECTED ? Optional.of("component_not_present") : Optional.empty(),
                List.of(subject),
                List.of(),
                Optional.of(LocalDate.of(2026, 6, day)),
                Optional.empty());
    }

    private static LedgerCorrection ledger(String vulnerabilities) throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree("{\"id\": \"S\", \"firmwareReleases\": [{\"id\": \"r\", \"product\":"
                        + " \"P\", \"releasedOn\": \"2026-05-01\"}], \"vulnerabilities\": " + vulnerabilities + "}");
        return new LedgerCorrection(document, document.path("firmwareReleases").get(0), TODAY);
    }

    @Test
    void of_the_same_subject_the_last_word_holds_whatever_the_order() {
        // Given
        VexStatement early = said(Status.UNDER_INVESTIGATION, "a", 1);
        VexStatement late = said(Status.NOT_AFFECTED, "a", 9);

        // When
        List<List<VexStatement>> both =
                List.of(VexBearing.one(List.of(early, late)), VexBearing.one(List.of(late, early)));

        // Then
        assertThat(both).containsOnly(List.of(late));
    }

    @Test
    void of_several_parts_of_a_product_the_worst_counts() {
        // When
        List<VexStatement> one = VexBearing.one(
                List.of(said(Status.NOT_AFFECTED, "a", 1), said(Status.AFFECTED, "b", 1), said(Status.FIXED, "c", 9)));

        // Then
        assertThat(one).singleElement().extracting(VexStatement::status).isEqualTo(Status.AFFECTED);
    }

    @Test
    void what_nobody_graded_is_graded_as_the_worst_and_known_days_only_move_back() throws Exception {
        // Given
        LedgerCorrection ledger = ledger("[{\"id\": \"CVE-2026-1000\", \"product\": \"Q\", \"severity\": \"LOW\","
                + " \"awareOn\": \"2026-01-01\"}]");

        // When
        new VexBearing(List.of(said(Status.AFFECTED, "a", 1)), one -> true).on(ledger);

        // Then: the one of the other product is another weakness
        assertThat(ledger.document().path("vulnerabilities")).singleElement().satisfies(fact -> {
            assertThat(fact.path("product").asText()).isEqualTo("P");
            assertThat(fact.path("severity").asText()).isEqualTo("CRITICAL");
            assertThat(fact.path("awareOn").asText()).isEqualTo("2026-06-01");
        });
    }

    @Test
    void our_own_notice_and_grade_stay_beside_a_later_statement() throws Exception {
        // Given
        LedgerCorrection ledger = ledger("[{\"id\": \"CVE-2026-1000\", \"product\": \"P\", \"severity\": \"HIGH\","
                + " \"noticedOn\": \"2026-03-03\", \"awareOn\": \"2026-04-04\"}]");

        // When
        new VexBearing(List.of(said(Status.FIXED, "a", 1)), one -> true).on(ledger);

        // Then
        assertThat(ledger.document().path("vulnerabilities")).singleElement().satisfies(fact -> {
            assertThat(fact.path("severity").asText()).isEqualTo("HIGH");
            assertThat(fact.path("noticedOn").asText()).isEqualTo("2026-03-03");
            assertThat(fact.path("awareOn").asText()).isEqualTo("2026-04-04");
            assertThat(fact.path("vex").asText()).isEqualTo("FIXED");
            assertThat(fact.has("fixedOn")).isFalse();
        });
    }

    @Test
    void a_favourable_word_about_something_else_counts_for_nothing_and_an_adverse_one_counts() throws Exception {
        // Given
        String known = "[{\"id\": \"CVE-2026-1000\", \"product\": \"P\", \"severity\": \"HIGH\", \"vex\": \"%s\","
                + " \"awareOn\": \"2026-04-04\"}]";
        LedgerCorrection cleared = ledger(known.formatted("UNDER_INVESTIGATION"));
        LedgerCorrection blamed = ledger(known.formatted("UNDER_INVESTIGATION"));

        // When
        new VexBearing(List.of(said(Status.NOT_AFFECTED, "other", 1)), one -> false).on(cleared);
        new VexBearing(List.of(said(Status.AFFECTED, "other", 1)), one -> false).on(blamed);

        // Then
        assertThat(cleared.changes()).isEmpty();
        assertThat(cleared.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.why()).contains("neither the product nor anything"));
        assertThat(blamed.document().at("/vulnerabilities/0/vex").asText()).isEqualTo("AFFECTED");
    }

    @Test
    void a_favourable_word_that_the_next_edition_drops_counts_no_more() throws Exception {
        // Given
        LedgerCorrection ledger =
                ledger("[{\"id\": \"CVE-2026-1\", \"product\": \"P\", \"severity\": \"HIGH\", \"vex\":"
                        + " \"NOT_AFFECTED\", \"justification\": \"component_not_present\", \"awareOn\": \"2026-04-04\"}, {\"id\":"
                        + " \"CVE-2026-2\", \"product\": \"P\", \"severity\": \"HIGH\", \"vex\": \"AFFECTED\", \"awareOn\":"
                        + " \"2026-04-04\"}]");

        // When
        new VexBearing(List.of(said(Status.AFFECTED, "a", 1)), one -> true)
                .withoutWhatIsSaidNoMore(Set.of("cve-2026-1", "cve-2026-2", "cve-2026-1000", "cve-2026-3"), ledger);

        // Then
        assertThat(ledger.document().path("vulnerabilities")).singleElement().satisfies(fact -> {
            assertThat(fact.path("id").asText()).isEqualTo("CVE-2026-1");
            assertThat(fact.has("vex")).isFalse();
            assertThat(fact.has("justification")).isFalse();
        });
        assertThat(ledger.kept())
                .extracting(LedgerCorrection.Kept::fact)
                .containsExactly("vulnerabilities/CVE-2026-2 P");
    }
}
