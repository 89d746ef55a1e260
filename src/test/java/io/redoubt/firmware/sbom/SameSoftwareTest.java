package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same software in several forms has the same components. */
class SameSoftwareTest {
    @ParameterizedTest
    @ValueSource(strings = {"examplemaven-enriched", "hello-source"})
    void spdx_2_and_3_name_the_same_components(String software) throws Exception {
        // When
        Sbom two = SbomReader.read(file("sbom/spdx/" + software + "-2.3.spdx.json"));
        Sbom three = SbomReader.read(file("sbom/spdx/" + software + "-3.0.spdx.json"));

        // Then
        assertThat(two.format()).isEqualTo("SPDX 2.3");
        assertThat(three.format()).startsWith("SPDX 3.0");
        assertThat(two.components()).isNotEmpty();
        assertThat(told(three)).containsExactlyInAnyOrderElementsOf(told(two));
        assertThat(three.created()).isEqualTo(two.created()).isPresent();
        assertThat(three.authors()).containsExactlyElementsOf(two.authors()).isNotEmpty();
        assertThat(three.dependenciesStated()).isTrue();
        assertThat(two.dependenciesStated()).isTrue();
    }

    @Test
    void the_firmware_has_310_packages_in_one_form_and_the_same_with_two_of_others_in_the_other() throws Exception {
        // When
        Sbom spdx = SbomReader.read(file("firmware/ovmf-2.3.spdx.json"));
        Sbom cyclonedx = SbomReader.read(file("firmware/ovmf-1.6.cdx.json"));

        // Then: the CycloneDX file also names the product, and OpenSSL, whose package URL and CPE it gives
        assertThat(spdx.components()).hasSize(310);
        List<String> further = new ArrayList<>(names(cyclonedx));
        names(spdx).forEach(further::remove);
        assertThat(further).hasSize(2).contains("openssl openssl-3.5.7");
        assertThat(names(cyclonedx)).containsAll(names(spdx));
        assertThat(spdx.created()).contains(Instant.parse("2026-08-08T18:58:53Z"));
        assertThat(spdx.authors()).containsExactly("TianoCore");
        assertThat(cyclonedx.authors()).contains("TianoCore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firmware/ovmf-1.6.cdx.json", "sbom/cyclonedx/laravel-7.12.0-1.4.cdx.json"})
    void json_and_xml_of_cyclonedx_say_the_same(String name) throws Exception {
        // Given: the library makes up a time where the document has none
        Sbom fromJson = SbomReader.read(file(name));
        Bom bom = new JsonParser().parse(file(name));
        if (fromJson.created().isEmpty()) {
            bom.getMetadata().setTimestamp(null);
        }
        String xml = BomGeneratorFactory.createXml(name.contains("1.4") ? Version.VERSION_14 : Version.VERSION_16, bom)
                .toXmlString();

        // When
        Sbom fromXml = SbomReader.read(xml.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(told(fromXml)).isEqualTo(told(fromJson)).hasSizeGreaterThan(60);
        assertThat(fromXml.format()).isEqualTo(fromJson.format());
        assertThat(fromXml.created()).isEqualTo(fromJson.created());
    }

    @Test
    void all_forms_of_spdx_2_say_the_same_of_one_package() throws Exception {
        // Given
        String folder = "sbom/ntia/no_elements_missing/SPDX";

        // When
        List<Sbom> read = new ArrayList<>();
        for (String form : List.of(
                "JSONExample-v2.3.spdx.json",
                "YAMLExample-v2.3.spdx.yaml",
                "XMLExample-v2.3.spdx.xml",
                "RdfExample-v2.3.spdx.rdf.xml",
                "TagExample-v2.3.spdx")) {
            read.add(SbomReader.read(file(folder + form)));
        }

        // Then
        assertThat(read).allSatisfy(sbom -> {
            assertThat(told(sbom)).containsExactly("glibc 2.11.1 by ExampleCodeInspect");
            assertThat(sbom.authors()).containsExactlyInAnyOrder("ExampleCodeInspect", "Jane Doe");
            assertThat(sbom.components().get(0).identifier(Identifier.Kind.CPE))
                    .contains("cpe:2.3:a:pivotal_software:spring_framework:4.1.0:*:*:*:*:*:*:*");
        });
    }

    @Test
    void a_version_that_looks_like_a_number_keeps_its_digits() throws Exception {
        // Given
        String xml = """
                <Document><spdxVersion>SPDX-2.3</spdxVersion><SPDXID>SPDXRef-DOCUMENT</SPDXID><name>n</name>
                <documentNamespace>https://example.com/x</documentNamespace><dataLicense>CC0-1.0</dataLicense>
                <creationInfo><created>2026-01-01T00:00:00Z</created><creators>Person: A</creators></creationInfo>
                <packages><SPDXID>SPDXRef-a</SPDXID><name>a</name><versionInfo>1.10</versionInfo></packages></Document>""";
        String yaml = """
                spdxVersion: SPDX-2.3
                SPDXID: SPDXRef-DOCUMENT
                name: n
                dataLicense: CC0-1.0
                documentNamespace: https://example.com/x
                creationInfo: {created: '2026-01-01T00:00:00Z', creators: ['Person: A']}
                packages:
                - {SPDXID: SPDXRef-a, name: a, versionInfo: 1.10}
                """;

        // When
        List<Sbom> read = List.of(SbomReader.read(SbomFixture.bytes(xml)), SbomReader.read(SbomFixture.bytes(yaml)));

        // Then
        assertThat(read)
                .allSatisfy(
                        sbom -> assertThat(sbom.components().get(0).version()).contains("1.10"));
    }

    private static List<String> names(Sbom sbom) {
        return sbom.components().stream().map(Sbom.Component::label).toList();
    }

    private static List<String> told(Sbom sbom) {
        return sbom.components().stream()
                .map(one -> one.label() + one.supplier().map(by -> " by " + by).orElse(""))
                .toList();
    }
}
