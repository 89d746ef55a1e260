package io.redoubt.fuzz;

import io.redoubt.fuzz.DrlGrammar.Frame;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.shared.RandomFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs that nothing is wrong with: every way of adding up, scales with either end as risk, one to three control domains
 * with and without location, tables about every kind of fact, safe DRL beside them, parameters with several dates.
 */
final class BenignPackFixture {
    private static final List<String> CONTROL = List.of("LEGAL", "TECHNICAL", "GOVERNANCE");
    private static final String PLACE = "PLACE";
    private static final String CITATIONS = """
            # import java.io.File; is what a comment may say
            - { id: law, title: "The \\"eval\\" act", publisher: A state, date: "2020", retrieved: "2026-01-01" }
            """;

    private final FactCatalogue catalogue;
    private final RandomFixture random;
    private final Words words;
    private final BenignManifest manifest;
    private final SortedMap<String, String> texts = new TreeMap<>();

    private BenignPackFixture(FactCatalogue catalogue, RandomFixture random) {
        this.catalogue = catalogue;
        this.random = random;
        BenignParameters parameters = BenignParameters.some(random);
        this.words = new Words(catalogue, parameters.units(), new Slips(random, 0));
        this.manifest = BenignManifest.some(
                random, CONTROL.subList(0, random.between(1, CONTROL.size())), random.chance(60) ? PLACE : "");
        texts.put("parameters/all.yaml", parameters.text());
    }

    static PackFiles pack(FactCatalogue catalogue, RandomFixture random) {
        return new BenignPackFixture(catalogue, random).pack();
    }

    private PackFiles pack() {
        table("base", FactType.ANSWER, "FIRST", base());
        if (!manifest.place().isEmpty()) {
            table("places", FactType.SITE, "FIRST", places());
        }
        int size = random.between(1, 4);
        for (int i = 0; i < size; i++) {
            generated(i);
        }
        if (!manifest.isRatio() && random.chance(70)) {
            texts.put("logic/more.drl", new DrlGrammar(words, frame("DRL")).file(random.between(1, 4)));
        }
        texts.put("citations.yaml", CITATIONS);
        texts.put("pack.yaml", manifest.text(texts.containsKey("logic/more.drl")));
        String ends = random.chance(25) ? "\r\n" : "\n";
        texts.replaceAll((path, text) -> text.replace("\r\n", "\n").replace("\n", ends));
        return new PackFiles(texts);
    }

    /** At least one row with points for each control domain, as a ratio wants it. */
    private String base() {
        StringBuilder text = new StringBuilder(
                "id,title,reason,Answer.question ==,Answer.value ==,domain,points,requirements,citations,status,rationale,remediation\n");
        List<Question> questions = catalogue.questions().stream()
                .filter(question -> question.kind() == Question.Kind.YES_PARTIAL_NO)
                .toList();
        for (int i = 0; i < manifest.control().size(); i++) {
            text.append("BAS-0%d,\"Basis, \"\"quoted\"\"\",BASIS_%d,%s,%s,%s,%d,L-01,law,ACTIVE,It matters.,\n"
                    .formatted(
                            i + 1,
                            i,
                            random.pick(questions).id(),
                            random.either("NO", "YES", "PARTIAL"),
                            manifest.control().get(i),
                            random.between(1, 40)));
        }
        return text.toString();
    }

    private String places() {
        return "id,title,reason,Site.country in,domain,points,requirements,citations,status,rationale,remediation\n"
                + "PLA-01,Far away,FAR,DEU | JPN | VNM,PLACE," + random.between(1, 40)
                + ",L-01,law,ACTIVE,It matters.,\n";
    }

    private void generated(int number) {
        boolean ratio = manifest.isRatio();
        FactType subject =
                ratio ? random.either(FactType.ANSWER, FactType.SUPPLIER) : random.pick(List.of(FactType.values()));
        String effect = random.either("points", "points", "bars", subject == FactType.SUPPLIER ? "excuses" : "points");
        if (subject == FactType.SITE && manifest.place().isEmpty()) {
            effect = "bars";
        }
        String text =
                new TableGrammar(words, frame("T" + (char) ('A' + number)), subject, effect).file(random.between(1, 5));
        boolean first = (ratio && effect.equals("points")) || random.chance(40);
        table("table" + number, subject, first ? "FIRST" : "ALL", text);
    }

    private void table(String name, FactType subject, String policy, String text) {
        texts.put("tables/" + name + ".csv", text);
        manifest.add("{ file: tables/%s.csv, subject: %s, policy: %s, description: \"What '%s' says.\" }"
                .formatted(name, subject.label(), policy, name));
    }

    private Frame frame(String prefix) {
        return new Frame(prefix, random.pick(manifest.control()), manifest.place(), "law");
    }

    /** The same pack in another layout, which must mean the same to the last digit. */
    static Map<String, PackFiles> layouts(PackFiles files) {
        Map<String, PackFiles> layouts = new TreeMap<>();
        layouts.put(
                "crlf", changed(files, ".*", text -> text.replace("\r\n", "\n").replace("\n", "\r\n")));
        layouts.put("bom", changed(files, ".*\\.(yaml|csv|drl)", text -> "\ufeff" + text));
        layouts.put(
                "comments",
                changed(files, ".*\\.yaml", text -> "# eval( System.exit(1) ) ${a} T(x)\n" + text + "\n# end\n"));
        layouts.put(
                "drl-comments",
                changed(files, ".*\\.drl", text -> "// import java.io.*;\n" + text + "/* function f() { } */\n"));
        layouts.put("spaces", changed(files, ".*\\.yaml", text -> text.replaceAll("(?m)(?<=[^|>\r])$", "  ")));
        return layouts;
    }

    private static PackFiles changed(PackFiles files, String which, java.util.function.UnaryOperator<String> change) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.replaceAll((path, text) -> path.matches(which) && !path.endsWith(".md") ? change.apply(text) : text);
        return new PackFiles(texts);
    }

    /** The same rules under titles that attacks are made of. */
    static PackFiles worded(PackFiles files) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.replaceAll((path, text) -> path.equals("pack.yaml")
                ? text.replaceFirst(
                        "(?m)^title:.*$", "title: \"import, eval( and System.exit in a title: \\\\\"T(#{\\\\\" é\"")
                : path.endsWith(".csv")
                        ? text.replaceAll(",ACTIVE,(?=[A-Za-z])", ",ACTIVE,Runtime and function and eval: ")
                        : text);
        return new PackFiles(texts);
    }

    static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("generated-%03d".formatted(i));
        }
        return names;
    }
}
