package io.redoubt.rulepack.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.rulepack.PackException;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes single cells of a pack's texts and leaves every other line as its author wrote it, comments included. What the
 * change comes to is for the reader and the checks to say: here only the place must exist.
 */
public record PackEdit(PackFiles files) {
    /** A file with another text; a new file is added. */
    public PackFiles text(String path, String text) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.put(path, text);
        return new PackFiles(texts);
    }

    /**
     * A file as it was sent.
     *
     * @throws PackException where it is not UTF-8: another encoding would be read wrongly and nobody would notice
     */
    public PackFiles content(String path, byte[] content) throws PackException {
        Problems problems = new Problems();
        String text = TextFile.decode(content, path, problems).orElse("");
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        return text(path, text);
    }

    /** A pack without a file. */
    public PackFiles without(String path) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.remove(path);
        return new PackFiles(texts);
    }

    /**
     * Changes cells of a row; a row that is not there yet is added as the last.
     *
     * @param id of the rule
     * @param cells by column; blank cells are emptied, columns that are not named stay
     * @throws PackException if the table or a column does not exist
     */
    public PackFiles row(String file, String id, Map<String, String> cells) throws PackException {
        Problems problems = new Problems();
        String text = files.text(file, problems);
        CsvTable table = CsvTable.of(file, text, problems).orElse(null);
        if (table == null || !problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        cells.keySet().stream()
                .filter(column -> !table.has(column))
                .forEach(column -> problems.add(
                        table.headerPlace(0),
                        "The column (" + Problems.shown(column) + ") must be one of "
                                + String.join(", ", table.header()) + "."));
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        List<CsvRow> rows = table.rows();
        CsvRow old = rows.stream()
                .filter(row -> row.cell("id").raw().equals(id))
                .findFirst()
                .orElse(null);
        String line = line(table.header().stream()
                .map(column -> cells.containsKey(column)
                        ? String.valueOf(cells.get(column))
                        : old != null ? old.cell(column).raw() : column.equals("id") ? id : "")
                .toList());
        return text(file, old == null ? appended(text, line) : replaced(text, rows, old, line));
    }

    /**
     * Takes a rule out of force; it stays in the pack, since past outcomes name it.
     *
     * @throws PackException if no table has a row of that id
     */
    public PackFiles deprecated(String rule) throws PackException {
        for (String file : files.below("tables/")) {
            Problems problems = new Problems();
            boolean here = CsvTable.of(file, files.text(file, problems), problems).stream()
                    .flatMap(table -> table.rows().stream())
                    .anyMatch(row -> row.cell("id").raw().equals(rule));
            if (here) {
                return row(file, rule, Map.of("status", "DEPRECATED"));
            }
        }
        throw new PackException(List.of(new Problem(
                Place.of("tables"),
                "The rule (" + Problems.shown(rule) + ") must be a row of a table.\nMaybe it is written in logic/: then"
                        + " put @status(\"DEPRECATED\") before its when.")));
    }

    /**
     * Writes a citation; one with its id is replaced.
     *
     * @param fields title, section, publisher, date and retrieved; one that is not named stays as it was
     * @throws PackException if the citations can't be read, or a field is none of them
     */
    public PackFiles citation(String id, Map<String, String> fields) throws PackException {
        for (String field : fields.keySet()) {
            if (!CitationEdit.FIELDS.contains(field)) {
                throw new PackException(List.of(new Problem(
                        Place.of(CitationEdit.FILE),
                        "The field (" + Problems.shown(field) + ") must be one of "
                                + String.join(", ", CitationEdit.FIELDS) + ".")));
            }
        }
        Problems problems = new Problems();
        String text = files.text(CitationEdit.FILE, problems);
        return text(CitationEdit.FILE, CitationEdit.written(text, id, fields));
    }

    private static String line(List<String> cells) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String appended(String text, String line) {
        return text.endsWith("\n") ? text + line : text + "\n" + line;
    }

    /** A row may go over several lines, where a cell holds a line break: it ends where the next one begins. */
    private static String replaced(String text, List<CsvRow> rows, CsvRow old, String line) {
        int first = old.place().line();
        int next = rows.stream()
                .mapToInt(row -> row.place().line())
                .filter(number -> number > first)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<String> lines = text.lines().toList();
        String before = joined(lines.subList(0, first - 1));
        String after = next > lines.size() ? "" : joined(lines.subList(next - 1, lines.size()));
        return before + line + after;
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * Gives a parameter a value from a day on; a value that begins on that day is replaced.
     *
     * @param value a plain decimal
     * @throws PackException if the pack has no such parameter, or its values can't be found in the file
     */
    public PackFiles parameter(String id, LocalDate from, String value, String citation) throws PackException {
        if (!value.matches("-?\\d{1,15}(\\.\\d{1,6})?") || !citation.matches("[\\w.-]+")) {
            throw refused("The value (" + Problems.shown(value) + ") must be a plain decimal and the citation ("
                    + Problems.shown(citation) + ") an id of citations.yaml.");
        }
        for (String file : files.below("parameters/")) {
            Problems problems = new Problems();
            String text = files.text(file, problems);
            for (YamlNode node : YamlNode.of(file, text, problems).items()) {
                YamlMap parameter = node.openMap();
                if (parameter.optionalText("id").filter(id::equals).isPresent()) {
                    String changed = dated(text, parameter.list("values"), from, entry(from, value, citation));
                    check(file, text, changed, id);
                    return text(file, changed);
                }
            }
        }
        throw refused("The parameter ($" + Problems.shown(id) + ") must be in the pack.");
    }

    /** Where values go over several lines, a line is no value: then the file is changed as a whole, by a person. */
    private static void check(String file, String before, String after, String id) throws PackException {
        Problems problems = new Problems();
        int old = values(YamlNode.of(file, before, problems), id);
        int now = values(YamlNode.of(file, after, problems), id);
        if (!problems.isEmpty() || now < old || now > old + 1) {
            throw refused("The values of the parameter ($" + id + ") must each stand on a line of their own.\nMaybe"
                    + " change the file as a whole.");
        }
    }

    private static int values(YamlNode parameters, String id) {
        return parameters.items().stream()
                        .map(YamlNode::openMap)
                        .filter(map -> map.optionalText("id").filter(id::equals).isPresent())
                        .mapToInt(map -> map.list("values").stream()
                                .mapToInt(value -> value.map("from", "value", "citation")
                                        .keys()
                                        .size())
                                .sum())
                        .sum()
                / 3;
    }

    private static PackException refused(String message) {
        return new PackException(List.of(new Problem(Place.of("parameters"), message)));
    }

    private static String entry(LocalDate from, String value, String citation) {
        return "- { from: \"" + from + "\", value: " + value + ", citation: " + citation + " }";
    }

    /** The values stand one to a line, in rising order of their day. */
    private static String dated(String text, List<YamlNode> values, LocalDate from, String entry) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (YamlNode value : values) {
            int line = value.place().line() - 1;
            LocalDate day = value.openMap().date("from");
            if (day.equals(from)) {
                lines.set(line, indent(lines.get(line)) + entry);
                return joined(lines);
            }
            if (day.isAfter(from)) {
                lines.add(line, indent(lines.get(line)) + entry);
                return joined(lines);
            }
        }
        int last = values.get(values.size() - 1).place().line();
        lines.add(last, indent(lines.get(last - 1)) + entry);
        return joined(lines);
    }

    private static String indent(String line) {
        return line.substring(0, line.indexOf('-'));
    }
}
