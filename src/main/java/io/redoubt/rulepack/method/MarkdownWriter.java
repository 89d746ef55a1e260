package io.redoubt.rulepack.method;

import io.redoubt.rulepack.method.Block.Boxed;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Entries;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Statement;
import io.redoubt.rulepack.method.Block.Table;
import io.redoubt.rulepack.method.Inline.Code;
import io.redoubt.rulepack.method.Inline.Link;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a document as CommonMark with tables. Every text is escaped here and nowhere else: what means something to
 * Markdown gets a backslash, and no text can begin a line as a list, a heading or a quotation.
 */
final class MarkdownWriter {
    private static final Pattern MEANINGFUL = Pattern.compile("[\\\\`*_\\[\\]<>&|~$]");
    private static final Pattern LINE_START = Pattern.compile("^(\\s*)([-+=#:]|[0-9]+(?=[.)]))");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(:)(?=//)|(?<=\\bwww)(\\.)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Document document;
    private final StringBuilder out = new StringBuilder();

    MarkdownWriter(Document document) {
        this.document = document;
    }

    String write() {
        out.append("# ").append(escaped(Visible.line(document.title()))).append("\n\n");
        document.contents()
                .forEach(heading -> out.append(heading.level() == 2 ? "- " : "  - ")
                        .append(linked(heading.anchor(), prose(heading.text())))
                        .append('\n'));
        out.append('\n');
        document.blocks().forEach(this::block);
        return out.toString().stripTrailing() + "\n";
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            out.append(target(heading.anchor())).append("\n\n");
            out.append("#".repeat(heading.level()) + " " + prose(heading.text()) + "\n\n");
        } else if (block instanceof Paragraph paragraph) {
            out.append(begun(prose(paragraph.text()))).append("\n\n");
        } else if (block instanceof Statement statement) {
            out.append("> ").append(begun(prose(statement.text()))).append("\n\n");
        } else if (block instanceof Bullets bullets) {
            bullets.items().forEach(item -> out.append("- " + begun(prose(item)) + "\n"));
            out.append('\n');
        } else if (block instanceof Entries entries) {
            entries.entries().forEach(entry -> out.append("- **" + entry.term() + ":** " + prose(entry.text()) + "\n"));
            out.append('\n');
        } else if (block instanceof Table table) {
            table(table);
        } else {
            boxed((Boxed) block);
        }
    }

    private void boxed(Boxed boxed) {
        boxed.blocks().forEach(this::block);
        if (!boxed.code().isEmpty()) {
            String code = Visible.lines(boxed.code());
            String fence = fence(code, 3);
            out.append(fence + "drl\n" + code + "\n" + fence + "\n\n");
        }
    }

    private void table(Table table) {
        out.append("**" + escaped(Visible.line(table.caption())) + "**\n\n");
        row(table.heads().stream().map(head -> escaped(Visible.line(head))).toList());
        row(table.heads().stream().map(head -> "---").toList());
        for (Row row : table.rows()) {
            String target = row.anchor().stream().map(MarkdownWriter::target).collect(Collectors.joining());
            List<String> cells = row.cells().stream().map(MarkdownWriter::prose).collect(Collectors.toList());
            cells.set(0, target + cells.get(0));
            row(cells);
        }
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append("| " + String.join(" | ", cells) + " |\n");
    }

    private static String target(Anchor anchor) {
        return "<a id=\"" + anchor.name() + "\"></a>";
    }

    private static String linked(Anchor anchor, String text) {
        return "[" + text + "](#" + anchor.name() + ")";
    }

    private static String prose(Prose prose) {
        return prose.parts().stream().map(MarkdownWriter::inline).collect(Collectors.joining());
    }

    private static String inline(Inline inline) {
        String text = Visible.words(inline.text());
        if (inline instanceof Code) {
            String fence = fence(text, 1);
            String pad = text.contains("`") ? " " : "";
            // A bar would end the cell of a table even inside code, and a code of the model never needs one.
            return fence + pad + text.replace("|", "¦") + pad + fence;
        }
        return inline instanceof Link link ? linked(link.to(), escaped(text)) : escaped(text);
    }

    /** So long that no run of backticks in the text ends it. */
    private static String fence(String text, int least) {
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        return "`".repeat(Math.max(least, longest + 1));
    }

    private static String escaped(String text) {
        String escaped = MEANINGFUL.matcher(text).replaceAll("\\\\$0");
        return ADDRESS.matcher(escaped).replaceAll("\\\\$0");
    }

    private static String begun(String line) {
        Matcher start = LINE_START.matcher(line);
        if (!start.find()) {
            return line;
        }
        boolean number = Character.isDigit(start.group(2).charAt(0));
        return start.replaceFirst(number ? "$1$2\\\\" : "$1\\\\$2");
    }
}
