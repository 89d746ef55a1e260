package io.redoubt.rulepack.sheets;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.shared.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a decision table back from a workbook that {@link WorkbookWriter} wrote and somebody may have changed. The cells
 * come back as the text they show; whatever could be read in two ways, computes, hides or leads elsewhere is refused
 * with spreadsheet row and column. A sheet that nobody changed is the table it was, to the byte of its canonical text.
 * What the rules mean is decided where the text is read as a table, as for every other author.
 */
public final class WorkbookReader {
    private final String file;
    private final List<String> header;
    private final SheetProblems problems;

    private WorkbookReader(String file, List<String> header, SheetProblems problems) {
        this.file = file;
        this.header = header;
        this.problems = problems;
    }

    /**
     * Reads a workbook in bounded memory.
     *
     * @param file what problems call it, such as {@code answers_legal.xlsx}
     * @param header the headings of the table that the workbook was made of, {@link CsvText#header}
     * @return nothing where a problem was added
     */
    public static Optional<CsvText> read(byte[] content, String file, List<String> header, Problems problems) {
        SheetProblems found = new SheetProblems(file, problems);
        try (ZipParts zip = ZipParts.open(content, file)) {
            CsvText table = new WorkbookReader(file, header, found).table(zip);
            return found.isEmpty() ? Optional.of(table) : Optional.empty();
        } catch (Refused e) {
            problems.add(e.problem().place(), e.problem().message());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A file in memory must be readable.", e);
        }
    }

    private CsvText table(ZipParts zip) throws Refused {
        new ContentGate(zip, file).check();
        SheetNames sheets = SheetNames.of(zip, file);
        SharedTexts shared = SharedTexts.of(zip, file, sheets.part(zip, file, "sharedStrings"));
        NumberFormats formats = NumberFormats.of(zip, file, sheets.part(zip, file, "styles"));
        refuseFormulasBeside(zip, sheets);
        TableRows rows = new TableRows(header, problems);
        XmlPart xml = XmlPart.open(zip, file, sheets.rules(), XmlRoot.WORKSHEET);
        new SheetReader(xml, new CellReader(shared, formats, problems), problems, rows).read();
        xml.finish();
        return rows.table();
    }

    /** Even a sheet that is not read must not compute: a formula there could fetch from, or tell, another place. */
    private void refuseFormulasBeside(ZipParts zip, SheetNames sheets) throws Refused {
        for (Map.Entry<String, String> sheet : sheets.parts().entrySet()) {
            XmlPart xml = XmlPart.open(zip, file, sheet.getValue(), XmlRoot.WORKSHEET);
            while (!sheet.getKey().equals(SheetNames.RULES) && xml.nextStart()) {
                if (xml.is("f")) {
                    throw new Refused(Place.of(file), "The sheet (" + sheet.getKey() + ") must not hold a formula.");
                }
            }
        }
    }
}
