package io.redoubt.rulepack.sheets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets through XML whose tags are short. A parser holds a whole tag in memory several times over, so that an attribute of
 * many megabytes takes hundreds of them. A quote in a comment makes what follows count as the tag's too: then the text is
 * refused sooner, never later.
 */
final class BoundedTags extends FilterReader {
    private static final int LONGEST = 1 << 16;

    private int length;
    private char quote;

    BoundedTags(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] into, int offset, int most) throws IOException {
        int read = super.read(into, offset, most);
        for (int i = offset; i < offset + read; i++) {
            count(into[i]);
        }
        return read;
    }

    private void count(char next) throws IOException {
        if (length == 0) {
            length = next == '<' ? 1 : 0;
            return;
        }
        length++;
        if (length > LONGEST) {
            throw new IOException("A tag must be shorter.");
        }
        if (quote != 0) {
            quote = next == quote ? 0 : quote;
        } else if (next == '"' || next == '\'') {
            quote = next;
        } else if (next == '>') {
            length = 0;
        }
    }
}
