package io.redoubt.rulepack.sheets;

import static io.redoubt.rulepack.sheets.SheetFixture.read;
import static io.redoubt.rulepack.sheets.SheetFixture.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.RandomFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not the workbook that they say they are, or unpack to what nobody can hold. */
@Timeout(60)
class DamagedWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/sharedStrings.xml", "docProps/app.xml"})
    void aBombIsRefusedBeforeItIsUnpacked(String part) throws Exception {
        // Given
        byte[] bomb = zipped(part, 40 * MEGABYTE, "<si/>");

        // When
        String problems = read(bomb);

        // Then
        assertThat(bomb).hasSizeLessThan(MEGABYTE);
        assertThat(problems).startsWith("answers.xlsx The part (" + part + ") must be at most 32 MB when unpacked.");
    }

    @Test
    void aPartThatUnpacksSuspiciouslyWellIsRefused() throws Exception {
        // When
        String problems = read(zipped(SHEET, 20 * MEGABYTE, " "));

        // Then
        assertThat(problems)
                .isEqualTo("answers.xlsx The part (" + SHEET + ") must unpack to at most 200 times its size.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a smaller size, 24, 100", "another checksum, 16, 4711"})
    void aPartOfWhichTheDirectoryLiesIsRefused(String lie, int field, int number) throws Exception {
        // Given
        byte[] lying = workbook();
        claim(lying, SHEET, field, number);

        // When
        String problems = read(lying);

        // Then
        assertThat(problems).as(lie).contains("must be whole and");
    }

    @Test
    void anEncryptedPartIsRefused() throws Exception {
        // Given
        byte[] encrypted = workbook();
        encrypted[entry(encrypted, SHEET) + 8] |= 1;

        // When
        String problems = read(encrypted);

        // Then
        assertThat(problems).isEqualTo("answers.xlsx The part (" + SHEET + ") must not be encrypted.");
    }

    @Test
    void moreSheetsThanAnybodyCouldReadAreNotListed() throws Exception {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 60_000; i++) {
                zip.putNextEntry(new ZipEntry("x" + i));
            }
        }

        // When
        String problems = read(bytes.toByteArray());

        // Then
        assertThat(problems).isEqualTo("answers.xlsx The file (answers.xlsx) must have at most 200 parts.");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws Exception {
        // Given
        byte[] whole = workbook();

        for (int length = 0; length < whole.length; length += 97) {
            // When
            String problems = read(Arrays.copyOf(whole, length));

            // Then
            assertThat(problems).as("%d bytes", length).startsWith("answers.xlsx The file (answers.xlsx) must be");
        }
    }

    @Test
    void aFileWithAByteChangedIsTheSameTableOrRefused() throws Exception {
        // Given
        byte[] whole = workbook();
        RandomFixture random = RandomFixture.seeded();

        for (int i = 0; i < 5_000; i++) {
            byte[] changed = whole.clone();
            changed[random.between(0, whole.length - 1)] ^= (byte) (1 << random.between(0, 7));

            // When
            String read = read(changed);

            // Then
            assertThat(read.equals(PackFixture.ANSWERS) || read.startsWith("answers.xlsx"))
                    .as("%s, case %d: %s", random, i, read)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "id,title\n", "<html/>"})
    void aFileThatIsNoZipIsRefused(String content) {
        // When
        String problems = read(content.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(problems)
                .isEqualTo("answers.xlsx The file (answers.xlsx) must be a workbook.\n"
                        + "Maybe save it as Excel workbook (.xlsx).");
    }

    @Test
    void aWorkbookWithAPasswordIsRefused() {
        // When
        String problems = read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        // Then
        assertThat(problems).contains("must be an unprotected workbook").contains("without a password");
    }

    @Test
    void aHugeFileIsRefused() {
        // When
        String problems = read(new byte[8 * MEGABYTE + 1]);

        // Then
        assertThat(problems).isEqualTo("answers.xlsx The file (answers.xlsx) must be at most 8 MB.");
    }

    /** The small table's workbook with one part of a size, which says again and again the same. */
    private static byte[] zipped(String part, int size, String text) throws Exception {
        Map<String, byte[]> parts = SheetFixture.parts(workbook());
        parts.remove(part);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = text.repeat(MEGABYTE / text.length()).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> other : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(other.getKey()));
                zip.write(other.getValue());
            }
            zip.putNextEntry(new ZipEntry(part));
            for (int written = 0; written < size; written += piece.length) {
                zip.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    /** Where the directory lists a part. */
    private static int entry(byte[] zip, String part) throws IOException {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(part) - 46;
    }

    /** Makes the directory claim a number of a part. */
    private static void claim(byte[] zip, String part, int field, int number) throws IOException {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(entry(zip, part) + field, number);
    }
}
