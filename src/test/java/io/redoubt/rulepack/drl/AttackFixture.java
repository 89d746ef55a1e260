package io.redoubt.rulepack.drl;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The corpus of files that made stock Drools run code or never end, and the same with our names in them. */
public final class AttackFixture {
    private static final Path ATTACKS = Path.of("../shared/attacks");

    private AttackFixture() {}

    public static List<Path> drl() throws IOException {
        return files("drl");
    }

    public static List<Path> tables() throws IOException {
        return files("tables");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ATTACKS.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    /**
     * The same attack in a rule that is ours in every other respect: a dossier, a condition, an action. The import of a
     * function or a class, where it is the attack, stays.
     */
    public static String ours(String attack) {
        return attack.replace("package r;\n", "")
                .replaceAll("import risk\\.\\w+;\n", "")
                .replaceAll("import java\\.lang\\.ProcessBuilder;\n", "")
                .replaceAll("import function [\\w.]+;\n", "")
                .replace("rule \"x\"", DrlFixture.head("rule \"LEG-01\""))
                .replaceAll("\\$sc?: ?(?=S)", "")
                .replaceAll("Score\\(\\)", "")
                .replaceAll("(?<!new )Supplier\\(\\)", "Supplier( iso27001 == \"NO\" )")
                .replaceAll("\\b(id|sector|country)\\b(?= )", "iso27001")
                .replaceAll("then\\s+end", "then points( 1 ); end");
    }

    /** Every cell of a table that is more than a word, headings too. */
    public static Set<String> cells(Path table) throws IOException {
        Set<String> cells = new TreeSet<>();
        rows(table).forEach(cells::addAll);
        cells.removeIf(cell -> cell.matches("\\w*"));
        return cells;
    }

    public static List<List<String>> rows(Path table) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(Files.readString(table))) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }
}
