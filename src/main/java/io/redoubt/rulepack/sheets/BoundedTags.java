package io.redoubt.rulepack.sheets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets through XML whose tags are short. A parser holds a whole tag in memory several times over, so that an attribute of
 * many megabytes takes hundreds of them. What stands from one tag to the next is bounded together with it, since a raw
 * {@code <} can stand in neither, whatever quotes and comments make of the rest.
 */
final class BoundedTags extends FilterReader {
    private static final int LONGEST = 1 << 17;

    private int length;

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
        length = next == '<' ? 0 : length + 1;
        if (length > LONGEST) {
            throw new IOException("A tag must be shorter.");
        }
    }
}
