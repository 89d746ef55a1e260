package io.redoubt.rulepack.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook that is written row by row. POI first writes everything but the rows and reads that again under its guards
 * against zip bombs, which are settings of the whole process and refuse a table that says the same thing often; what it
 * has just written itself needs no guard.
 */
public final class UnguardedWorkbook extends SXSSFWorkbook {
    private static final int ROWS_IN_MEMORY = 500;

    public UnguardedWorkbook() {
        super(null, ROWS_IN_MEMORY, false, true);
        // What POI does otherwise, sizes of 64 bits for the smallest part, not every reader of zip files understands.
        setZip64Mode(Zip64Mode.Never);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        flushSheets();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        getXSSFWorkbook().write(frame);
        try (Frame parts = new Frame(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(frame.toByteArray()))
                .get())) {
            injectData(parts, out);
        }
    }

    /** All parts, with sheets that have no rows yet. */
    private record Frame(ZipFile zip) implements ZipEntrySource {
        @Override
        public Enumeration<? extends ZipArchiveEntry> getEntries() {
            return zip.getEntries();
        }

        @Override
        public ZipArchiveEntry getEntry(String path) {
            return zip.getEntry(path);
        }

        @Override
        public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }

        @Override
        public boolean isClosed() {
            return false;
        }
    }
}
