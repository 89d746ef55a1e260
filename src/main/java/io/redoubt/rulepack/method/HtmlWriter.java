package io.redoubt.rulepack.method;

import io.redoubt.rulepack.method.Block.Boxed;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Entries;
import io.redoubt.rulepack.method.Block.Entry;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Statement;
import io.redoubt.rulepack.method.Block.Table;
import io.redoubt.rulepack.method.Inline.Code;
import io.redoubt.rulepack.method.Inline.Link;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a document as one HTML file. Every text is escaped here and nowhere else, and the page forbids scripts and
 * loading by its own policy, so that an author's text can only ever be read.
 */
final class HtmlWriter {
    private final Document document;
    private final StringBuilder out = new StringBuilder();

    HtmlWriter(Document document) {
        this.document = document;
    }

    String write() {
        String title = escaped(Visible.line(document.title()));
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src")
                .append(" 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>" + title + "</title>\n<style>\n" + Style.CSS + "</style>\n</head>\n<body>\n")
                .append("<a class=\"skip\" href=\"#text\">Skip the contents</a>\n<h1>" + title + "</h1>\n");
        contents();
        out.append("<main id=\"text\">\n");
        document.blocks().forEach(this::block);
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void contents() {
        out.append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n");
        for (Heading heading : document.contents()) {
            out.append("<li class=\"level" + heading.level() + "\"><a href=\"#"
                    + heading.anchor().name() + "\">" + prose(heading.text()) + "</a></li>\n");
        }
        out.append("</ul>\n</nav>\n");
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            String tag = "h" + heading.level();
            out.append("<" + tag + " id=\"" + heading.anchor().name() + "\">" + prose(heading.text()) + "</" + tag
                    + ">\n");
        } else if (block instanceof Paragraph paragraph) {
            out.append("<p>" + prose(paragraph.text()) + "</p>\n");
        } else if (block instanceof Statement statement) {
            out.append("<p class=\"statement\">" + prose(statement.text()) + "</p>\n");
        } else if (block instanceof Bullets bullets) {
            out.append("<ul>\n");
            bullets.items().forEach(item -> out.append("<li>" + prose(item) + "</li>\n"));
            out.append("</ul>\n");
        } else if (block instanceof Entries entries) {
            entries(entries);
        } else if (block instanceof Table table) {
            table(table);
        } else {
            boxed((Boxed) block);
        }
    }

    private void entries(Entries entries) {
        out.append(entries.aside() ? "<dl class=\"aside\">\n" : "<dl>\n");
        for (Entry entry : entries.entries()) {
            out.append("<div><dt>" + escaped(entry.term()) + "</dt><dd>" + prose(entry.text()) + "</dd></div>\n");
        }
        out.append("</dl>\n");
    }

    private void table(Table table) {
        String caption = escaped(Visible.line(table.caption()));
        out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + caption + "\">\n<table>\n")
                .append("<caption>" + caption + "</caption>\n<thead><tr>");
        table.heads().forEach(head -> out.append("<th scope=\"col\">" + escaped(Visible.line(head)) + "</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(this::row);
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private void row(Row row) {
        out.append(row.anchor().stream()
                .map(anchor -> "<tr id=\"" + anchor.name() + "\">")
                .findFirst()
                .orElse("<tr>"));
        List<Prose> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "<th scope=\"row\">" : "<td>")
                    .append(prose(cells.get(i)))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        out.append("</tr>\n");
    }

    private void boxed(Boxed boxed) {
        out.append(boxed.code().isEmpty() ? "<section class=\"box\">\n" : "<section class=\"box beside\">\n<div>\n");
        boxed.blocks().forEach(this::block);
        if (!boxed.code().isEmpty()) {
            out.append("</div>\n<div class=\"drl\">\n<p class=\"label\">As a rule</p>\n<pre tabindex=\"0\"><code>")
                    .append(escaped(Visible.lines(boxed.code())) + "</code></pre>\n</div>\n");
        }
        out.append("</section>\n");
    }

    private static String prose(Prose prose) {
        return prose.parts().stream().map(HtmlWriter::inline).collect(Collectors.joining());
    }

    private static String inline(Inline inline) {
        String text = escaped(Visible.words(inline.text()));
        if (inline instanceof Link link) {
            return "<a href=\"#" + link.to().name() + "\">" + text + "</a>";
        }
        return inline instanceof Code ? "<code>" + text + "</code>" : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
