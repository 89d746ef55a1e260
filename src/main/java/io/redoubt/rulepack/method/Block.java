package io.redoubt.rulepack.method;

import java.util.List;

/** A part of a document that stands on lines of its own. */
sealed interface Block {
    /** @param level 2 for a chapter, 3 for a part of one, 4 for a rule */
    record Heading(int level, Anchor anchor, Prose text) implements Block {}

    record Paragraph(Prose text) implements Block {}

    /** The sentence that a rule says. */
    record Statement(Prose text) implements Block {}

    record Bullets(List<Prose> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * Terms with what belongs to them.
     *
     * @param aside whether they may be smaller than the rest
     */
    record Entries(List<Entry> entries, boolean aside) implements Block {
        Entries(List<Entry> entries) {
            this(entries, false);
        }

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    record Entry(String term, Prose text) {}

    /** @param rows each as wide as the heads; the first cell names its row */
    record Table(String caption, List<String> heads, List<Row> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** @param anchor of the row; empty for none */
    record Row(List<Anchor> anchor, List<Prose> cells) {
        public Row {
            anchor = List.copyOf(anchor);
            cells = List.copyOf(cells);
        }

        static Row of(Prose... cells) {
            return new Row(List.of(), List.of(cells));
        }

        static Row at(Anchor anchor, Prose... cells) {
            return new Row(List.of(anchor), List.of(cells));
        }
    }

    /** @param code what the blocks say, in the rule language, to stand beside them; empty for none */
    record Boxed(List<Block> blocks, String code) implements Block {
        public Boxed {
            blocks = List.copyOf(blocks);
        }
    }
}
