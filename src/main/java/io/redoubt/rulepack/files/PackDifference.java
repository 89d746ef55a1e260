package io.redoubt.rulepack.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What differs between two versions of a pack, cell by cell. An entry of a list is known again by its id, so that a row
 * that was moved is not a row that was rewritten; where the order of rows changed, that is a change of its own.
 *
 * @param changes by file, then in the order of the later version; what can't be read is compared as a whole text
 */
public record PackDifference(List<Change> changes) {
    private static final Pattern RULE = Pattern.compile("(?m)^rule\\s+\"([^\"]*)\"");
    private static final Pattern END = Pattern.compile("(?m)^end\\b");
    private static final Pattern HEADING = Pattern.compile("(?m)^(?=#+ )");
    private static final List<String> KEYS = List.of("id", "identifier", "country", "cve", "iso3");
    private static final String ORDER = "order";
    /** The order of a list of entries; no key of a file is called so. */
    private static final String ENTRIES = "(order)";

    private static final String TEXT = "text";

    public PackDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One cell.
     *
     * @param file path within the pack
     * @param item id of the rule, parameter, citation, domain or scenario, key of the row; empty where the change is of the file itself
     * @param part column or key within the item
     * @param before empty where there was nothing
     * @param after empty where there is nothing any more
     */
    public record Change(String file, String item, String part, String before, String after) {}

    /** A cell's address within its file. */
    private record Cell(String item, String part) {}

    public static PackDifference between(PackFiles before, PackFiles after) {
        List<Change> changes = new ArrayList<>();
        Set<String> files = new TreeSet<>(before.texts().keySet());
        files.addAll(after.texts().keySet());
        for (String file : files) {
            String old = before.texts().getOrDefault(file, "");
            String now = after.texts().getOrDefault(file, "");
            if (!old.equals(now)) {
                compare(file, cells(file, old), cells(file, now), changes);
            }
        }
        return new PackDifference(changes);
    }

    private static void compare(String file, Map<Cell, String> before, Map<Cell, String> after, List<Change> changes) {
        Set<Cell> cells = new LinkedHashSet<>(after.keySet());
        cells.addAll(before.keySet());
        for (Cell cell : cells) {
            String old = before.getOrDefault(cell, "");
            String now = after.getOrDefault(cell, "");
            boolean order = cell.part().equals(ORDER) || cell.part().endsWith(ENTRIES);
            boolean moved = !order || isMoved(old, now, cell.part().equals(ORDER) ? " " : "\n");
            if (!old.equals(now) && moved) {
                changes.add(new Change(file, cell.item(), cell.part(), old, now));
            }
        }
    }

    /** Rows that stand in both in another order; one that was added or taken away moves nothing. */
    private static boolean isMoved(String before, String after, String separator) {
        List<String> old = new ArrayList<>(List.of(before.split(separator, -1)));
        List<String> now = new ArrayList<>(List.of(after.split(separator, -1)));
        old.retainAll(now);
        now.retainAll(old);
        return !old.equals(now);
    }

    private static Map<Cell, String> cells(String file, String text) {
        Map<Cell, String> cells = new LinkedHashMap<>();
        Problems problems = new Problems();
        if (file.endsWith(".csv")) {
            CsvTable.of(file, text, problems).ifPresent(table -> addTable(table, cells));
        } else if (file.endsWith(".yaml") && !text.isEmpty()) {
            addTree("", "", YamlNode.of(file, text, problems).json(), cells);
        } else if (file.endsWith(".drl")) {
            addRules(text, cells);
        } else if (file.endsWith(".md")) {
            addSections(text, cells);
        } else if (!text.isEmpty()) {
            cells.put(new Cell("", TEXT), text);
        }
        return problems.isEmpty() ? cells : Map.of(new Cell("", TEXT), text);
    }

    /** Each rule that is laid out as usual, and all that stands around them, so that nothing is left out. */
    private static void addRules(String text, Map<Cell, String> cells) {
        Matcher rule = RULE.matcher(text);
        Matcher end = END.matcher(text);
        Map<String, Integer> seen = new HashMap<>();
        StringBuilder around = new StringBuilder();
        int at = 0;
        while (rule.find(at) && end.find(rule.end())) {
            around.append(text, at, rule.start());
            cells.put(new Cell(told(rule.group(1), seen), TEXT), text.substring(rule.start(), end.end()));
            at = end.end();
        }
        around.append(text.substring(at));
        if (!around.toString().isBlank()) {
            cells.put(new Cell("", TEXT), around.toString().strip());
        }
    }

    /** Of things with one name each further one has its number too. */
    private static String told(String name, Map<String, Integer> seen) {
        int times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " " + times;
    }

    /** A document by its headings; what stands above the first is of the file itself. */
    private static void addSections(String text, Map<Cell, String> cells) {
        Map<String, Integer> seen = new HashMap<>();
        for (String section : HEADING.split(text, -1)) {
            String heading = section.startsWith("#")
                    ? section.lines()
                            .findFirst()
                            .orElse("")
                            .replaceFirst("^#+\\s*", "")
                            .strip()
                    : "";
            if (!section.isBlank()) {
                cells.put(new Cell(told(heading, seen), TEXT), section.strip());
            }
        }
    }

    private static void addTable(CsvTable table, Map<Cell, String> cells) {
        Map<String, Integer> seen = new HashMap<>();
        for (CsvRow row : table.rows()) {
            String key = told(key(table, row), seen);
            table.header().stream()
                    .filter(column -> !row.cell(column).isBlank())
                    .forEach(column ->
                            cells.put(new Cell(key, column), row.cell(column).raw()));
        }
        // the order of rows decides in tables of rules alone
        if (table.has("id")) {
            cells.put(
                    new Cell("", ORDER),
                    table.rows().stream().map(row -> key(table, row)).collect(Collectors.joining(" ")));
        }
    }

    /** What a row is known by; the identifier of an owner together with its register and the day from which it counts. */
    private static String key(CsvTable table, CsvRow row) {
        String known = KEYS.stream()
                .filter(table::has)
                .findFirst()
                .orElse(table.header().get(0));
        return known.equals("identifier")
                ? row.cell("scheme").raw() + " " + row.cell(known).raw() + " "
                        + row.cell("from").raw()
                : row.cell(known).raw();
    }

    private static void addTree(String item, String path, JsonNode tree, Map<Cell, String> cells) {
        if (tree.isObject()) {
            tree.properties().forEach(entry -> addTree(item, joined(path, entry.getKey()), entry.getValue(), cells));
        } else if (tree.isArray() && isOfMaps(tree)) {
            Map<String, Integer> seen = new HashMap<>();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < tree.size(); i++) {
                String name = told(name(tree.get(i), i), seen);
                names.add(name);
                boolean whole = item.isEmpty();
                addTree(whole ? name : item, whole ? path : joined(path, name), tree.get(i), cells);
            }
            cells.put(new Cell(item, joined(path, ENTRIES)), String.join("\n", names));
        } else {
            cells.put(new Cell(item, path), tree.isValueNode() ? tree.asText() : tree.toString());
        }
    }

    private static boolean isOfMaps(JsonNode list) {
        return !list.isEmpty() && list.get(0).isObject();
    }

    /** What an entry of a list is known by, else its number from 1. */
    private static String name(JsonNode entry, int index) {
        for (String key : List.of("id", "from", "file", "name", "question", "kind")) {
            if (entry.path(key).isValueNode()) {
                return entry.path(key).asText();
            }
        }
        return entry.path("of").isTextual()
                ? entry.path("of").asText() + " " + entry.path("code").asText()
                : Integer.toString(index + 1);
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
