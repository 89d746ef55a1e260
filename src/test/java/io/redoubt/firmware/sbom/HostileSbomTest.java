package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.bytes;
import static io.redoubt.firmware.sbom.SbomFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to hurt are refused in words, and whatever comes is read or refused. */
class HostileSbomTest {
    private static final long SEED = 20261122;

    private static void refused(byte[] content, String words) {
        assertThatThrownBy(() -> SbomReader.read(content))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE bom SYSTEM \"http://127.0.0.1:1/x.dtd\">"
            })
    void a_document_type_is_refused_whatever_it_declares(String type) {
        refused(
                bytes(type + "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components><component"
                        + " type=\"library\"><name>&x;</name></component></components></bom>"),
                "document type");
        refused(bytes(type.replace("bom", "Document") + "<Document><name>&x;</name></Document>"), "document type");
        refused(
                bytes(type.replace("bom", "rdf:RDF")
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description><rdf:value>&x;</rdf:value></rdf:Description></rdf:RDF>"),
                "document type");
    }

    @Test
    void anchors_of_yaml_are_refused() {
        refused(bytes("spdxVersion: SPDX-2.3\na: &a [x, x]\nb: &b [*a, *a]\n"), "no anchors");
    }

    @Test
    void what_is_nested_deep_is_refused_in_every_form() {
        int deep = 100_000;
        refused(bytes("{\"bomFormat\": \"CycloneDX\", \"x\": " + "[".repeat(deep) + "]".repeat(deep) + "}"), "nested");
        refused(
                bytes("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\">" + "<a>".repeat(deep) + "</a>".repeat(deep)
                        + "</bom>"),
                "nested");
        refused(bytes("spdxVersion: " + "[".repeat(deep) + "]".repeat(deep)), "nested");
        String nested = "{\"type\":\"library\",\"name\":\"a\",\"components\":[";
        refused(
                bytes("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": [" + nested.repeat(500)
                        + "]}".repeat(500) + "]}"),
                "nested");
    }

    @Test
    void a_million_components_are_refused() {
        String components =
                "{\"type\":\"library\",\"name\":\"a\"},".repeat(999_999) + "{\"type\":\"library\",\"name\":\"a\"}";

        refused(
                bytes("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": [" + components + "]}"),
                "at most");
        refused(bytes("SPDXVersion: SPDX-2.3\n" + "PackageName: a\n".repeat(1_000_000)), "at most 20000 components");
        refused(new byte[Limits.BYTES + 1], "bytes) must have at most");
    }

    @Test
    void other_encodings_are_refused() {
        refused("{\"bomFormat\": \"CycloneDX\"}".getBytes(StandardCharsets.UTF_16), "must be UTF-8");
        refused(new byte[] {'{', '"', (byte) 0xC3, '(', '"', '}'}, "must be UTF-8");
        refused(
                bytes("<?xml version=\"1.0\" encoding=\"UTF-7\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"/>"),
                "XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "a\\ud83d"})
    void texts_that_no_database_can_hold_are_refused(String escape) {
        refused(
                bytes(
                        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": [{\"type\": \"library\","
                                + " \"name\": \"" + escape + "\"}]}"),
                "no half of a character");
        refused(bytes("{\"spdxVersion\": \"SPDX-2.3\", \"" + escape + "\": 1}"), "no half of a character");
        refused(bytes("spdxVersion: SPDX-2.3\nname: \"" + escape + "\"\n"), "no half of a character");
        assertThatThrownBy(() -> OpenVexReader.read(
                        bytes("{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"author\": \"" + escape + "\"}")))
                .hasMessageContaining("no half of a character");
    }

    @Test
    void a_raw_nul_is_refused_and_a_whole_pair_is_not() throws Exception {
        refused(bytes("SPDXVersion: SPDX-2.3\nPackageName: a\u0000b\n"), "no NUL");
        Sbom whole = SbomReader.read(bytes("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\":"
                + " [{\"type\": \"library\", \"name\": \"\\ud83d\\ude00\"}]}"));
        assertThat(whole.components().get(0).name()).contains("\ud83d\ude00");
    }

    @Test
    void what_depends_on_itself_is_read_as_it_is() throws Exception {
        Sbom cycle = SbomReader.read(bytes("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\":"
                + " [{\"type\": \"library\", \"bom-ref\": \"a\", \"name\": \"a\"}, {\"type\": \"library\", \"bom-ref\":"
                + " \"b\", \"name\": \"b\"}], \"dependencies\": [{\"ref\": \"a\", \"dependsOn\": [\"b\"]}, {\"ref\": \"b\","
                + " \"dependsOn\": [\"a\", \"b\"]}]}"));

        assertThat(cycle.components()).hasSize(2);
        assertThat(cycle.dependenciesStated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firmware/ovmf-1.6.cdx.json",
                "sbom/spdx/hello-source-2.3.spdx.json",
                "sbom/spdx/hello-source-3.0.spdx.json",
                "sbom/ntia/no_elements_missing/SPDXRdfExample-v2.3.spdx.rdf.xml",
                "sbom/ntia/no_elements_missing/SPDXXMLExample-v2.3.spdx.xml"
            })
    void what_was_cut_off_is_refused(String name) {
        byte[] whole = file(name);
        for (int part = 1; part < 20; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
            assertThatThrownBy(() -> SbomReader.read(cut)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        refused(
                bytes("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"specVersion\": \"1.4\"}"),
                "no key twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | must be a bill of materials",
                "[]                              | must be a bill of materials",
                "null                            | must be a bill of materials",
                "{}                              | must be a bill of materials",
                "{\"spdxVersion\": 1}            | The SPDX document must be valid",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"9.9\"} | must be of version 1.2 to 1.6",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": 7} | The CycloneDX document must be valid",
                "<a/>                            | must be a bill of materials",
                "SPDXVersion: SPDX-2.3           | The SPDX document must be valid"
            })
    void what_is_no_bill_of_materials_is_told_so(String text, String words) {
        refused(bytes(text), words);
    }

    @Test
    void a_context_of_another_place_is_refused_and_nothing_is_fetched() throws Exception {
        // Given
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.close();
        });
        server.start();
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        String three = new String(file("sbom/spdx/hello-source-3.0.spdx.json"), StandardCharsets.UTF_8);
        String two = new String(file("firmware/ovmf-2.3.spdx.json"), StandardCharsets.UTF_8);
        String other = three.replaceFirst("https://spdx.org/rdf/3[^\"]*", here + "/context");

        // When
        try {
            refused(bytes(other), "none is fetched");
            SbomReader.read(bytes(
                    two.replaceFirst("\"documentNamespace\": *\"[^\"]*", "\"documentNamespace\": \"" + here + "/doc")));
            SbomReader.read(bytes("{\"$schema\": \"" + here
                    + "/schema\", \"bomFormat\": \"CycloneDX\", \"specVersion\":"
                    + " \"1.5\", \"externalReferences\": [{\"type\": \"bom\", \"url\": \"" + here + "/bom\"}]}"));
            SbomReader.read(bytes(
                    "<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                            + " xsi:schemaLocation=\"x " + here + "/x.xsd\"/>"));
        } finally {
            server.stop(0);
        }

        // Then
        assertThat(other).contains(here);
        assertThat(asked).isEmpty();
    }

    /** Of 3,500 mutants of real files each is read or refused, and nothing else comes out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sbom/spdx/examplemaven-enriched-2.3.spdx.json",
                "sbom/spdx/hello-source-3.0.spdx.json",
                "sbom/ntia/no_elements_missing/SPDXTagExample-v2.3.spdx",
                "sbom/ntia/no_elements_missing/SPDXYAMLExample-v2.3.spdx.yaml",
                "sbom/ntia/no_elements_missing/SPDXXMLExample-v2.3.spdx.xml",
                "sbom/ntia/no_elements_missing/SPDXRdfExample-v2.3.spdx.rdf.xml",
                "firmware/vex.openvex.json"
            })
    void mutants_are_read_or_refused(String name) {
        // Given
        Random random = new Random(SEED);
        List<String> tokens =
                Arrays.asList(new String(file(name), StandardCharsets.UTF_8).split("(?<=[^\\w.-])|(?=[^\\w.-])"));

        // When
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            List<String> mutant = new ArrayList<>(tokens);
            IntStream.rangeClosed(0, random.nextInt(3)).forEach(change -> {
                int at = random.nextInt(mutant.size());
                switch (random.nextInt(4)) {
                    case 0 -> mutant.set(at, "");
                    case 1 -> mutant.set(at, mutant.get(random.nextInt(mutant.size())));
                    case 2 -> Collections.swap(mutant, at, random.nextInt(mutant.size()));
                    default ->
                        mutant.set(
                                at,
                                List.of("null", "\u0000", "-1", "\u202E", "[]", "{}")
                                        .get(random.nextInt(6)));
                }
            });
            refused += outcome(mutant.stream().collect(Collectors.joining()), name.contains("openvex")) ? 0 : 1;
        }

        // Then
        assertThat(refused).as("seed %d", SEED).isBetween(1, 499);
    }

    private static boolean outcome(String text, boolean vex) {
        try {
            Object read = vex ? OpenVexReader.read(bytes(text)) : Completeness.of(SbomReader.read(bytes(text)));
            return read != null;
        } catch (UnreadableException e) {
            return false;
        }
    }
}
