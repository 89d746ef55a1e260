package io.redoubt.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The SHA-256 of data files by what their cells and keys hold: the order of rows and columns, quotes, comments and files
 * of other kinds change nothing. Every text is written with its length in front, so that two different contents never
 * share a form. It stands on the files and not on what a release reads in them, so a release never renames an edition.
 */
public final class CanonicalTexts {
    private final StringBuilder out = new StringBuilder();
    private final Problems ignored = new Problems();

    private CanonicalTexts() {}

    /**
     * The hash of texts that could be read.
     *
     * @param kind what the texts are of: the same texts of another kind have another hash
     * @return lower-case hexadecimal
     */
    public static String sha256(String kind, SortedMap<String, String> texts) {
        CanonicalTexts form = new CanonicalTexts();
        form.write(kind);
        texts.forEach(form::file);
        try {
            byte[] bytes = form.out.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }

    private void file(String path, String text) {
        if (path.endsWith(".csv")) {
            write(path);
            CsvTable.of(path, text, ignored).ifPresent(this::table);
        } else if (path.endsWith(".yaml")) {
            write(path);
            tree(YamlNode.of(path, text, ignored).json());
        }
    }

    private void table(CsvTable table) {
        List<String> rows = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            StringBuilder cells = new StringBuilder();
            table.header().stream()
                    .sorted()
                    .filter(column -> !row.cell(column).isBlank())
                    .forEach(column -> {
                        write(cells, column);
                        write(cells, row.cell(column).raw());
                    });
            rows.add(cells.toString());
        }
        rows.stream().sorted().forEach(this::write);
    }

    private void tree(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> entries = new TreeMap<>();
            node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
            out.append('{').append(entries.size());
            entries.forEach((key, value) -> {
                write(key);
                tree(value);
            });
        } else if (node.isArray()) {
            out.append('[').append(node.size());
            node.forEach(this::tree);
        } else {
            write(node.isNull() ? "" : node.asText());
        }
    }

    private void write(String text) {
        write(out, text);
    }

    private static void write(StringBuilder to, String text) {
        to.append(text.length()).append(':').append(text);
    }
}
