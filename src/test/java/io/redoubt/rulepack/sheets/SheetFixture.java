package io.redoubt.rulepack.sheets;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.jurisdiction.files.JurisdictionReader;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.rulepack.files.PackReader;
import io.redoubt.rulepack.files.QuestionReader;
import io.redoubt.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of small and of shipped tables, and variations of their parts. */
final class SheetFixture {
    static final String FILE = "answers.xlsx";

    private SheetFixture() {}

    /** The answers of the small pack. */
    static TableSheet small() throws Exception {
        return small(PackFixture.ANSWERS);
    }

    /** A table of answers of the small pack, which need not be one that the pack could be read with. */
    static TableSheet small(String csv) throws Exception {
        RulePack pack = PackFixture.read(PackFixture.files());
        RuleTable table = pack.tables().stream()
                .filter(found -> found.id().equals("answers"))
                .findFirst()
                .orElseThrow();
        return new TableSheet(pack, table, CatalogueFixture.catalogue(), csv(csv));
    }

    static byte[] workbook() throws Exception {
        return WorkbookWriter.write(small());
    }

    static CsvText csv(String text) {
        return CsvText.of("answers.csv", text, new Problems()).orElseThrow();
    }

    static FactCatalogue shippedCatalogue() throws Exception {
        Jurisdictions jurisdictions = JurisdictionReader.read(Path.of("data/jurisdictions"));
        return FactCatalogue.of(
                jurisdictions.countryCodes(),
                jurisdictions.types(),
                QuestionReader.read(Path.of("data/questionnaire")));
    }

    static RulePack pack(PackFiles files, FactCatalogue catalogue) throws Exception {
        return PackReader.read(files, catalogue);
    }

    /** What is read of a workbook of the small table, as CSV; or its problems, one text for each. */
    static String read(byte[] content) {
        Problems problems = new Problems();
        List<String> header = csv(PackFixture.ANSWERS).header();
        return WorkbookReader.read(content, FILE, header, problems)
                .map(CsvText::text)
                .orElseGet(() -> String.join(
                        "\n", problems.list().stream().map(Problem::toString).toList()));
    }

    /** A change that a user makes. */
    interface Edit {
        void apply(XSSFWorkbook workbook);
    }

    /** The small table's workbook, opened, changed and saved. */
    static byte[] edited(Edit edit) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            edit.apply(workbook);
            workbook.write(saved);
            return saved.toByteArray();
        }
    }

    /** The parts of a workbook by name. */
    static Map<String, byte[]> parts(byte[] content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The small table's workbook with the text of a part changed, which must make a difference. */
    static byte[] rewritten(String part, UnaryOperator<String> change) throws Exception {
        Map<String, byte[]> parts = parts(workbook());
        String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The change must make a difference to " + part + ": " + before);
        }
        parts.put(part, after.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }
}
