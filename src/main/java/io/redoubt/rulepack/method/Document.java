package io.redoubt.rulepack.method;

import io.redoubt.rulepack.method.Block.Boxed;
import io.redoubt.rulepack.method.Block.Heading;
import java.util.List;
import java.util.stream.Stream;

/** A pack told for somebody, ready to be written in either form; both say the same. */
public final class Document {
    private final String title;
    private final List<Block> blocks;

    Document(String title, List<Block> blocks) {
        this.title = title;
        this.blocks = List.copyOf(blocks);
    }

    String title() {
        return title;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The headings that a table of contents leads to. */
    List<Heading> contents() {
        return headings(blocks).filter(heading -> heading.level() < 4).toList();
    }

    private static Stream<Heading> headings(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Heading heading
                        ? Stream.of(heading)
                        : block instanceof Boxed boxed ? headings(boxed.blocks()) : Stream.empty());
    }

    /** One file that needs no other: no scripts, no pictures, nothing to load. */
    public String html() {
        return new HtmlWriter(this).write();
    }

    /** CommonMark with tables. */
    public String markdown() {
        return new MarkdownWriter(this).write();
    }
}
