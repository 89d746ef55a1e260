package io.redoubt.rulepack.files;

import com.fasterxml.jackson.databind.node.TextNode;
import io.redoubt.files.Problems;
import io.redoubt.files.YamlNode;
import io.redoubt.rulepack.PackException;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one citation into the list of citations: in place of the one with its id, or as the last. */
final class CitationEdit {
    static final String FILE = "citations.yaml";
    static final List<String> FIELDS = List.of("title", "section", "publisher", "date", "retrieved");

    private CitationEdit() {}

    /** @param fields by name; a field that is not named stays as it was */
    static String written(String text, String id, Map<String, String> fields) throws PackException {
        Problems problems = new Problems();
        List<YamlNode> items = YamlNode.of(FILE, text, problems).items();
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < items.size(); i++) {
            YamlNode item = items.get(i);
            if (item.openMap().optionalText("id").filter(id::equals).isPresent()) {
                int first = item.place().line() - 1;
                int next = i + 1 < items.size() ? items.get(i + 1).place().line() - 1 : lines.size();
                while (next > first + 1 && isNoField(lines.get(next - 1))) {
                    next--;
                }
                lines.subList(first, next).clear();
                lines.addAll(first, block(id, fields, item));
                return checked(text, joined(lines), id, 0);
            }
        }
        lines.addAll(block(id, fields, null));
        return checked(text, joined(lines), id, 1);
    }

    /** A comment or an empty line after a citation belongs to the next one. */
    private static boolean isNoField(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** Where citations do not stand each on lines of their own, the file is changed as a whole, by a person. */
    private static String checked(String before, String after, String id, int more) throws PackException {
        Problems problems = new Problems();
        int was = YamlNode.of(FILE, before, new Problems()).items().size();
        List<YamlNode> now = YamlNode.of(FILE, after, problems).items();
        boolean there = problems.isEmpty()
                && now.size() == was + more
                && now.stream()
                        .anyMatch(item -> item.openMap()
                                .optionalText("id")
                                .filter(id::equals)
                                .isPresent());
        if (!there) {
            throw new PackException(List.of(new Problem(
                    Place.of(FILE),
                    "The citations must stand in a plain list, each on lines of its own, and hold plain text.\nMaybe"
                            + " change the file as a whole.")));
        }
        return after;
    }

    private static List<String> block(String id, Map<String, String> fields, @Nullable YamlNode old) {
        List<String> lines = new ArrayList<>(List.of("- id: " + quoted(id)));
        for (String field : FIELDS) {
            String kept = old == null ? "" : old.openMap().optionalText(field).orElse("");
            String value = fields.getOrDefault(field, kept);
            if (!value.isEmpty()) {
                lines.add("  " + field + ": " + quoted(value));
            }
        }
        return lines;
    }

    /** A string of JSON is one of YAML. */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
