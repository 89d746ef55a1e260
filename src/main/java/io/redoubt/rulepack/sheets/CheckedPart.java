package io.redoubt.rulepack.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The unpacked bytes of a part: as many as the directory promises, with the checksum that it promises. */
final class CheckedPart extends FilterInputStream {
    private final long size;
    private final long checksum;
    private final CRC32 seen = new CRC32();
    private long read;

    CheckedPart(InputStream in, long size, long checksum) {
        super(in);
        this.size = size;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            read += count;
            seen.update(buffer, offset, count);
        }
        boolean ended = count < 0 && length > 0;
        if (read > size || (ended && (read < size || seen.getValue() != checksum))) {
            throw new IOException("The part must be what its directory says.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Short.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
