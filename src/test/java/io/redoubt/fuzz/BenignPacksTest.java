package io.redoubt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackReader;
import io.redoubt.scoring.Interpreter;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.drools.Raters;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.RandomFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A gate that refuses everything is safe and useless: packs that nothing is wrong with, though they hold the words of
 * attacks where words are harmless, are all read and rate as somebody approved, by the network and by the interpreter. A
 * change that was meant is approved with {@code -Dredoubt.approve=true}.
 */
class BenignPacksTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved", "benign-packs.txt");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int GENERATED = 160;
    private static final Set<String> SUPPLIERS = Set.of("S-001", "S-005", "S-008", "S-016", "S-024");

    private static Methodology product;
    private static List<SupplierFacts> suppliers;

    @BeforeAll
    static void read() throws Exception {
        product = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        suppliers = new ArrayList<>();
        SupplierFactsReader reader = new SupplierFactsReader(product.catalogue());
        for (JsonNode document :
                SupplierFile.documents(SupplierFile.parse(Files.readString(Path.of("data/demo/suppliers.json"))))) {
            SupplierFacts facts = reader.read(document);
            if (SUPPLIERS.contains(facts.id())) {
                suppliers.add(product.complete(facts, DAY));
            }
        }
    }

    @Test
    void every_benign_pack_is_read_and_rates_as_approved() throws Exception {
        // Given
        SortedMap<String, PackFiles> packs = new TreeMap<>(shipped());
        shipped().forEach((name, files) -> packs.put(name + "+words", BenignPackFixture.worded(files)));
        for (String name : BenignPackFixture.names(GENERATED)) {
            packs.put(
                    name,
                    BenignPackFixture.pack(
                            product.catalogue(), RandomFixture.usual().branch(name)));
        }
        List<String> lines = new ArrayList<>();

        // When
        for (Map.Entry<String, PackFiles> pack : packs.entrySet()) {
            lines.add(pack.getKey() + " " + told(pack.getValue()));
        }

        // Then
        String text = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("redoubt.approve")) {
            Files.writeString(APPROVED, text);
        }
        assertThat(text).isEqualTo(Files.readString(APPROVED));
        assertThat(lines.stream()
                        .map(line -> line.substring(line.lastIndexOf(' ')))
                        .distinct())
                .hasSameSizeAs(lines);
    }

    @Test
    void a_pack_in_another_layout_is_the_same_pack() throws Exception {
        // Given
        Map<String, PackFiles> originals = new TreeMap<>(shipped());
        for (String name : BenignPackFixture.names(4)) {
            originals.put(
                    name,
                    BenignPackFixture.pack(
                            product.catalogue(), RandomFixture.usual().branch(name)));
        }
        for (Map.Entry<String, PackFiles> original : originals.entrySet()) {
            String hash =
                    PackReader.read(original.getValue(), product.catalogue()).hash();
            for (Map.Entry<String, PackFiles> layout :
                    BenignPackFixture.layouts(original.getValue()).entrySet()) {
                // When
                RulePack pack = PackReader.read(layout.getValue(), product.catalogue());

                // Then
                assertThat(pack.hash())
                        .as(original.getKey() + " " + layout.getKey())
                        .isEqualTo(hash);
            }
        }
    }

    private static Map<String, PackFiles> shipped() throws Exception {
        Map<String, PackFiles> packs = new TreeMap<>();
        for (String name : List.of("baseline", "examples/questionnaire", "examples/scorecard")) {
            packs.put(name, PackFiles.of(Path.of("rules").resolve(name)));
        }
        return packs;
    }

    /** How many rules it has, the badges of the suppliers, the digest of all that is said of them, and its own hash. */
    private static String told(PackFiles files) throws Exception {
        RulePack pack = PackReader.read(files, product.catalogue());
        List<RatingOutcome> outcomes =
                new Raters(product.catalogue()).rater(pack, DAY).rateAll(suppliers);
        EffectivePack effective = pack.on(DAY);
        assertThat(new Rater(effective, product.catalogue(), new Interpreter(effective.rules())).rateAll(suppliers))
                .isEqualTo(outcomes);
        String said = outcomes.stream()
                .map(outcome -> OutcomeJson.write(outcome, pack).toString().replace(pack.hash(), ""))
                .collect(Collectors.joining("\n"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        return pack.rules().size() + " "
                + outcomes.stream().map(RatingOutcome::badge).collect(Collectors.joining(","))
                + " " + HexFormat.of().formatHex(digest, 0, 12) + " "
                + pack.hash().substring(0, 12);
    }
}
