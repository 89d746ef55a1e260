package io.redoubt.fuzz;

import io.redoubt.fuzz.DrlGrammar.Frame;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.RandomFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The small pack, in which one file at a time is mutated, and files to begin with. */
final class FuzzPackFixture {
    static final String DRL = "logic/more.drl";
    static final FactCatalogue CATALOGUE = CatalogueFixture.catalogue();
    /** Units by id. */
    static final Map<String, String> PARAMETERS = Map.of("limit", "days", "few", "points");

    /** Each file of the small pack stands so often among the beginnings, and so many are made by the grammars. */
    private static final int REPEATS = 5;

    private static final int BEGINNINGS = 60;
    private static final int SLIPS_PER_MILLE = 25;

    private FuzzPackFixture() {}

    /** A pack whose scenario expects no rule, so that every table may be replaced. */
    static PackFiles files() {
        SortedMap<String, String> texts = new TreeMap<>(PackFixture.files().texts());
        texts.put("scenarios/first.yaml", PackFixture.SCENARIOS.replaceAll("(fires|silent): \\[[^]]*\\]", "$1: []"));
        return new PackFiles(texts);
    }

    /** The same without safe DRL, which costs most of the time of reading. */
    static PackFiles withoutLogic() {
        SortedMap<String, String> texts = new TreeMap<>(files().texts());
        texts.remove(DRL);
        texts.put("pack.yaml", PackFixture.MANIFEST.replaceFirst("(?s)logic:.*", ""));
        return new PackFiles(texts);
    }

    /** The pack with nothing but what a table needs: most of the time of reading would go into the other files. */
    static PackFiles around(String table) {
        SortedMap<String, String> texts = new TreeMap<>(withoutLogic().texts());
        texts.keySet()
                .removeIf(path -> path.startsWith("scenarios/") || (path.startsWith("tables/") && !path.equals(table)));
        texts.replace(
                "pack.yaml",
                PackFixture.MANIFEST
                        .replaceFirst("(?s)logic:.*", "")
                        .lines()
                        .filter(line -> !line.contains("tables/") || line.contains(table))
                        .collect(Collectors.joining("\n")));
        return new PackFiles(texts);
    }

    static PackFiles with(PackFiles files, Mutant mutant) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.put(mutant.path(), mutant.text());
        return new PackFiles(texts);
    }

    /** Readable files of every kind, those of the grammars among them. */
    static List<Mutant> readable(RandomFixture random) {
        List<Mutant> readable = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            withoutLogic().texts().forEach((path, text) -> readable.add(new Mutant(path, text)));
            readable.add(new Mutant(DRL, PackFixture.LOGIC));
        }
        for (int i = 0; i < BEGINNINGS; i++) {
            readable.add(grammatical(random.branch("beginning " + i), 0));
        }
        return readable;
    }

    /** Files of the grammars, half of them with slips. */
    static Mutant grammatical(RandomFixture random) {
        return grammatical(random, random.chance(50) ? 0 : SLIPS_PER_MILLE);
    }

    private static Mutant grammatical(RandomFixture random, int slips) {
        Words words = new Words(CATALOGUE, PARAMETERS, new Slips(random, slips));
        Frame frame = new Frame("FUZ", "LEGAL", "PLACE", "law");
        if (random.chance(50)) {
            return new Mutant(DRL, new DrlGrammar(words, frame).file(random.chance(85) ? 1 : random.between(2, 3)));
        }
        FactType subject = random.either(FactType.ANSWER, FactType.SITE, FactType.SUPPLIER);
        String path = Map.of(
                        FactType.ANSWER, "tables/answers.csv",
                        FactType.SITE, "tables/sites.csv",
                        FactType.SUPPLIER, "tables/bars.csv")
                .getOrDefault(subject, "");
        String effect = random.either("points", "bars", subject == FactType.SUPPLIER ? "excuses" : "points");
        return new Mutant(path, new TableGrammar(words, frame, subject, effect).file(random.between(1, 3)));
    }
}
