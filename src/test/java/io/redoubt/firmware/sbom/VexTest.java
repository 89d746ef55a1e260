package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.bytes;
import static io.redoubt.firmware.sbom.SbomFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VexTest {
    @Test
    void the_statement_on_the_firmware_is_read_with_its_justification() throws Exception {
        // When
        OpenVexReader.Document document = OpenVexReader.read(file("firmware/vex.openvex.json"));

        // Then
        assertThat(document.author()).isEqualTo("houdini91");
        assertThat(document.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.vulnerability()).isEqualTo("CVE-2021-38578");
            assertThat(statement.status()).isEqualTo(VexStatement.Status.NOT_AFFECTED);
            assertThat(statement.justification()).contains("vulnerable_code_not_present");
            assertThat(statement.excludes()).isTrue();
            assertThat(statement.statedOn()).contains(LocalDate.of(2026, 7, 30));
            assertThat(statement.subjects())
                    .containsExactly("pkg:generic/ovmf@edk2-master", "cpe:2.3:a:tianocore:edk2:*:*:*:*:*:*:*:*");
        });
    }

    private static String openVex(String statement) {
        return "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"@id\": \"x\", \"author\": \"a\", \"timestamp\":"
                + " \"2026-01-02T00:00:00Z\", \"statements\": [" + statement + "]}";
    }

    @Test
    void not_affected_without_a_justification_excludes_nothing() throws Exception {
        // When
        OpenVexReader.Document document = OpenVexReader.read(bytes(openVex("{\"vulnerability\": {\"name\":"
                + " \"GHSA-xxxx\", \"aliases\": [\"CVE-2024-0001\"]}, \"status\": \"not_affected\","
                + " \"impact_statement\": \"we are sure\"}")));

        // Then
        VexStatement statement = document.statements().get(0);
        assertThat(statement.vulnerability()).isEqualTo("CVE-2024-0001");
        assertThat(statement.excludes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"vulnerability\": {\"name\": \"CVE-2024-0001\"}, \"status\": \"fine\"} | must be one of: affected",
                "{\"status\": \"fixed\"} | must have a name",
                "{\"vulnerability\": {\"name\": \"CVE-2024-0001\"}, \"status\": \"not_affected\", \"justification\": \"trust me\"} | must be one of: component_not_present"
            })
    void a_statement_that_is_not_understood_is_refused_at_its_place(String statement, String words) {
        assertThatThrownBy(() -> OpenVexReader.read(bytes(openVex(statement))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("/statements/0");
    }

    @Test
    void vulnerabilities_of_cyclonedx_are_graded_by_their_worst_rating() throws Exception {
        // Given
        String bom = """
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "a", "bom-ref": "a"}],
                 "vulnerabilities": [
                  {"id": "CVE-2024-0001", "published": "2024-02-03T10:00:00Z", "affects": [{"ref": "a"}],
                   "ratings": [{"severity": "medium"}, {"severity": "critical"}, {"severity": "unknown"}]},
                  {"id": "CVE-2024-0002", "analysis": {"state": "not_affected", "justification": "code_not_reachable"}},
                  {"id": "CVE-2024-0003", "analysis": {"state": "not_affected"}},
                  {"id": "CVE-2024-0004", "analysis": {"state": "resolved"}}]}
                """;

        // When
        OpenVexReader.Document document = OpenVexReader.read(bytes(bom));

        // Then
        assertThat(document.statements())
                .extracting(VexStatement::status, VexStatement::excludes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(VexStatement.Status.AFFECTED, false),
                        org.assertj.core.groups.Tuple.tuple(VexStatement.Status.NOT_AFFECTED, true),
                        org.assertj.core.groups.Tuple.tuple(VexStatement.Status.NOT_AFFECTED, false),
                        org.assertj.core.groups.Tuple.tuple(VexStatement.Status.FIXED, false));
        VexStatement first = document.statements().get(0);
        assertThat(first.severity()).contains("CRITICAL");
        assertThat(first.publishedOn()).contains(LocalDate.of(2024, 2, 3));
        assertThat(first.subjects()).containsExactly("a");
    }
}
