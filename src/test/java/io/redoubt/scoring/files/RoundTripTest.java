package io.redoubt.scoring.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.facts.ImportedFacts;
import io.redoubt.facts.Link;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.files.Problems;
import io.redoubt.policy.Methodology;
import io.redoubt.shared.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads back as the same facts, and the same facts have one canonical form. */
class RoundTripTest {
    private static final Methodology METHODOLOGY = methodology();
    private static final SupplierFactsReader READER = new SupplierFactsReader(METHODOLOGY.catalogue());

    @ParameterizedTest(name = "{0}")
    @MethodSource("demo")
    void factsThatAreWrittenReadBackTheSame(JsonNode document) throws Exception {
        // Given
        SupplierFacts facts = READER.read(document);

        // When
        SupplierFacts again =
                READER.read(SupplierFile.parse(SupplierFactsJson.document(facts).toString()));

        // Then
        assertThat(again).isEqualTo(facts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("demo")
    void aSnapshotReadsBackWithItsCountryFacts(JsonNode document) throws Exception {
        // Given
        SupplierFacts facts = METHODOLOGY.complete(READER.read(document), LocalDate.of(2026, 11, 21));
        FactsSnapshot snapshot = FactsSnapshot.of(facts);

        // When
        SupplierFacts again = FactsSnapshot.read(SupplierFile.parse(snapshot.json()), READER);

        // Then
        assertThat(again).isEqualTo(facts);
        assertThat(FactsSnapshot.of(again)).isEqualTo(snapshot);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("demo")
    void theOrderOfKeysDoesNotMatter(JsonNode document) throws Exception {
        // Given
        long seed = 20_261_121;
        JsonNode shuffled = shuffled(document, new Random(seed));
        String hash = FactsSnapshot.of(READER.read(document)).hash();

        // When
        String other = FactsSnapshot.of(READER.read(shuffled)).hash();

        // Then
        assertThat(other).as("seed %d", seed).isEqualTo(hash);
    }

    /** Parts of random demo suppliers put together: every list of one and the lists of others. */
    @Test
    void randomFactsReadBackTheSame() throws Exception {
        // Given
        long seed = 4_711;
        Random random = new Random(seed);
        List<JsonNode> demo = demo();
        for (int round = 0; round < 300; round++) {
            ObjectNode mixed = demo.get(random.nextInt(demo.size())).deepCopy();
            for (String part : List.of("clauses", "canaries", "registers", "answers", "ownership", "disputes")) {
                JsonNode other = demo.get(random.nextInt(demo.size())).path(part);
                if (!other.isMissingNode()) {
                    mixed.set(part, other);
                }
            }
            SupplierFacts facts = READER.read(mixed);

            // When
            SupplierFacts again = READER.read(
                    SupplierFile.parse(SupplierFactsJson.document(facts).toString()));

            // Then
            assertThat(again).as("seed %d, round %d", seed, round).isEqualTo(facts);
        }
    }

    /** What nobody knows of an owner is not written down as nothing. */
    @Test
    void whatIsNotKnownOfAnOwnerStaysAbsent() throws Exception {
        // Given
        String text = """
                {"id":"S","name":"S","ownership":{"links":[{"owner":"O","validFrom":"2026-01-01"}]}}""";
        SupplierFacts facts = READER.read(SupplierFile.parse(text));

        // When
        SupplierFacts exchanged = ImportedFacts.exchange(facts, facts);

        // Then
        assertThat(SupplierFactsJson.document(exchanged)).hasToString(text);
        assertThat(facts.ownership().links())
                .containsExactly(new Link(
                        "O",
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.of(2026, 1, 1),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void anyFactChangesTheHash() throws Exception {
        // Given
        ObjectNode document = demo().get(23).deepCopy();
        String before = FactsSnapshot.of(READER.read(document)).hash();
        ((ObjectNode) document.withArray("answers").get(0)).put("value", "PARTIAL");

        // When
        String after = FactsSnapshot.of(READER.read(document)).hash();

        // Then
        assertThat(after).isNotEqualTo(before).matches("[0-9a-f]{64}");
    }

    @Test
    void theTablesOfTheDemoAreThreeSuppliers() throws Exception {
        // Given
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : List.of("suppliers.csv", "answers.csv")) {
            texts.put(file, Files.readString(Path.of("data/demo", file)));
        }
        Problems problems = new Problems();

        // When
        List<SupplierFacts> suppliers = new ArrayList<>();
        for (JsonNode document : SupplierFile.documents(texts, problems)) {
            suppliers.add(READER.read(document));
        }

        // Then
        assertThat(problems.list()).isEmpty();
        assertThat(suppliers).extracting(SupplierFacts::id).containsExactly("S-101", "S-102", "S-103");
        assertThat(suppliers.get(1).sites()).extracting(Site::country).containsExactly("THA", "VNM");
        assertThat(suppliers)
                .allSatisfy(supplier -> assertThat(supplier.answers()).isNotEmpty());
    }

    @Test
    void whatARowOfASupplierLeavesBlankStaysAsAnotherRowSaysIt() throws Exception {
        // Given
        String table = """
                id,name,lei,duns,siteId,siteName,siteCountry
                A,Halvorix,000000RDBTDM00002428,,S1,One,CZE
                A,,,123456789,S2,Two,JPN
                """;
        Problems problems = new Problems();

        // When
        List<JsonNode> documents = SupplierFile.documents(Map.of("suppliers.csv", table), problems);

        // Then
        assertThat(problems.list()).isEmpty();
        assertThat(documents).hasSize(1);
        SupplierFacts facts = READER.read(documents.get(0));
        assertThat(facts.name()).isEqualTo("Halvorix");
        assertThat(facts.identifiers().lei()).contains("000000RDBTDM00002428");
        assertThat(facts.identifiers().duns()).contains("123456789");
        assertThat(facts.sites()).hasSize(2);
    }

    @Test
    void rowsOfOneSupplierThatContradictEachOtherAreRefused() {
        // Given
        String table = "id,name,duns\nA,Halvorix,123456789\nA,Halvorex,987654321\n";
        Problems problems = new Problems();

        // When
        SupplierFile.documents(Map.of("suppliers.csv", table), problems);

        // Then
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "suppliers.csv:3:2 The name (Halvorex) must be the same in every row of the supplier, as"
                                + " Halvorix.",
                        "suppliers.csv:3:3 The duns (987654321) must be the same in every row of the supplier, as"
                                + " 123456789.");
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            Collections.shuffle(keys, random);
            ObjectNode other = JsonNodeFactory.instance.objectNode();
            keys.forEach(key -> other.set(key, shuffled(object.get(key), random)));
            return other;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode other = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> other.add(shuffled(item, random)));
            return other;
        }
        return node;
    }

    static List<JsonNode> demo() throws Exception {
        return SupplierFile.documents(SupplierFile.parse(Files.readString(Path.of("data/demo/suppliers.json"))));
    }

    private static Methodology methodology() {
        try {
            return Methodology.read(Path.of("data"), Path.of("rules/baseline"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
