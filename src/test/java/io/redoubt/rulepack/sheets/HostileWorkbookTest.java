package io.redoubt.rulepack.sheets;

import static io.redoubt.rulepack.sheets.SheetFixture.edited;
import static io.redoubt.rulepack.sheets.SheetFixture.read;
import static io.redoubt.rulepack.sheets.SheetFixture.rewritten;
import static io.redoubt.rulepack.sheets.SheetFixture.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackFixture;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks made to compute, to fetch, to hide or to confuse. */
@Timeout(60)
class HostileWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', textBlock = """
            <row r="3"       ¦ <row r="3" hidden="1"       ¦ :3 The row must not be hidden.
            <row r="3"       ¦ <row r="3" ht="0"           ¦ :3 The row must not be hidden.
            <row r="3"       ¦ <row r="3" ht="0.75"        ¦ :3 The row must not be hidden.
            <row r="4"       ¦ <row r="3"                  ¦ :3 The sheet must have its rows in order.
            <row r="4"       ¦ <row r="4000000"            ¦ :3 The sheet must have its rows in order.
            r="B3"           ¦ r="A3"                      ¦ :3 The sheet must have its cells in order.
            r="B3"           ¦ r="B4"                      ¦ :3 The sheet must have its cells in order.
            r="B3"           ¦ r="ZZZ3"                    ¦ :3 The sheet must have its cells in order.
            <col min         ¦ <col hidden="1" min           ¦ :1:1 The column (A) must not be hidden.
            <sheetFormatPr   ¦ <sheetFormatPr zeroHeight="1" ¦  The rows of the sheet must not be hidden.
            </sheetData>     ¦ </sheetData><sheetData/>    ¦ :4 The sheet must have one table of cells.
            </sheetData>     ¦ </sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells> ¦ :3:1 The cells (A3:B4) must not be
            A3    ¦ <c r="A3"><f>1+1</f><v>2</v></c>     ¦ :3:1 The formula (1+1) must not be used.
            A3    ¦ <c r="A3" t="str"><f t="shared" si="0"/><v>x</v></c> ¦ :3:1 The formula () must not be used.
            A3    ¦ <c r="A3" t="inlineStr"><is><t>LEG_x0007_</t></is></c>           ¦ :3:1 The character (U+0007) must not be used.
            A3    ¦ <c r="A3" t="inlineStr"><is><t>LEG_x000D_</t></is></c>           ¦ :3:1 The character (U+000D) must not be used.
            A3    ¦ <c r="A3" t="inlineStr"><is><t>LEG_xD83D_</t></is></c>           ¦ :3:1 The character (U+D83D) must not be used.
            A3 ¦ <c r="A3" t="s"><v>4711</v></c>   ¦ :3:1 The text (4711) of the cell must be in the workbook.
            A3 ¦ <c r="A3" t="s"><v>-1</v></c>  ¦ :3:1 The text (-1) of the cell must be in the workbook.
            A3 ¦ <c r="A3" t="d"><v>2026-01-01</v></c> ¦ :3:1 The number (2026-01-01) must be shown
            A3 ¦ <c r="A3" t="e"><v>#REF!</v></c> ¦ :3:1 The error (#REF!) must be replaced by a value.
            A3 ¦ <c r="A3" t="b"><v>2</v></c>   ¦ :3:1 The value (2) must be true or false.
            A3 ¦ <c r="A3" t="inlineStr"><v>1</v><is><t>2</t></is></c> ¦ :3:1 The cell must hold one value.
            A3 ¦ <c r="A3" t="s"><v>1</v><v>2</v></c> ¦ :3:1 The cell must hold one value.
            A3 ¦ <c r="A3" t="inlineStr"><v>1</v></c> ¦ :3:1 The cell must hold one value.
            A3 ¦ <c r="A3" t="s"><is><t>2</t></is></c> ¦ :3:1 The cell must hold one value.
            A3 ¦ <c r="A3" t="x"><v>2</v></c>   ¦ :3:1 The cell must hold text, a number, or true or false.
            A3 ¦ <c r="A3" ><v>1e999999999</v></c> ¦ :3:1 The number (1e999999999) must be shown
            A3 ¦ <c r="A3" ><v>NaN</v></c>      ¦ :3:1 The number (NaN) must be shown
            <worksheet       ¦ <!DOCTYPE x [<!ENTITY e "v">]><worksheet ¦  The part (xl/worksheets/sheet1.xml) must not declare a document
            <worksheet       ¦ <!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><worksheet ¦  The part (xl/worksheets/sheet1.xml) must not declare
            </worksheet>     ¦ </workshet>                 ¦  The part (xl/worksheets/sheet1.xml) must be whole and
            encoding="UTF-8" ¦ encoding="ISO-8859-1"       ¦  The encoding (ISO-8859-1) of the part (xl/worksheets/sheet1.xml) must be
            spreadsheetml/2006/main ¦ spreadsheetml/2007/main ¦  The part (xl/worksheets/sheet1.xml) must begin with the element worksheet
            """)
    void aSheetThatHidesComputesOrConfusesIsRefused(String piece, String other, String why) throws Exception {
        // Given
        String found = piece.equals("A3") ? "<c r=\"A3\".*?</c>" : Pattern.quote(piece);
        byte[] workbook = rewritten(SHEET, sheet -> sheet.replaceFirst(found, Matcher.quoteReplacement(other)));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems.lines().findFirst().orElse(""))
                .startsWith("answers.xlsx" + (why.startsWith(":") ? why : " " + why));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '¦', textBlock = """
            xl/workbook.xml ¦ name="Notes" ¦ name="More" ¦ The sheet (More) must be one of Rules, Notes.
            xl/workbook.xml ¦ name="Notes" ¦ name="Rules" ¦ The sheet (Rules) must be in the workbook once.
            xl/workbook.xml ¦ name="Notes" ¦ name="Notes" state="hidden" ¦ The sheet (Notes) must not be hidden.
            xl/workbook.xml ¦ name="Rules" ¦ name="Rules" state="veryHidden" ¦ The sheet (Rules) must not be hidden.
            xl/workbook.xml ¦ name="Rules" ¦ name="Lists" ¦ The workbook must have the sheet Rules.
            xl/workbook.xml ¦ </sheets> ¦ </sheets><externalReferences><externalReference/></externalReferences> ¦ The workbook must not hold a link
            xl/workbook.xml ¦ <workbook ¦ <html><workbook ¦ The part (xl/workbook.xml) must begin with the element workbook
            [Content_Types].xml ¦ sheet.main+xml ¦ sheet.macroEnabled.main+xml ¦ The workbook must not hold a macro
            _rels/.rels ¦ xl/workbook.xml ¦ ../../etc/passwd ¦ The workbook must have the part (etc/passwd).
            xl/_rels/workbook.xml.rels ¦ </Relationships> ¦ <Relationship Id="x" Type="a/externalLinkPath" Target="file:///x" TargetMode="External"/></Relationships> ¦ The workbook must not hold a link to another file
            xl/_rels/workbook.xml.rels ¦ </Relationships> ¦ <Relationship Id="x" Type="a/image" Target="http://x/" TargetMode="External"/></Relationships> ¦ The workbook must not hold a link to another file (http://x/)
            xl/_rels/workbook.xml.rels ¦ </Relationships> ¦ <Relationship Id="x" Type="a/vbaProject" Target="y.bin"/></Relationships> ¦ The workbook must not hold a macro (xl/y.bin)
            xl/worksheets/sheet2.xml ¦ <c r="A1" ¦ <c r="A1"><f>WEBSERVICE("http://x")</f></c><c r="B1" ¦ The sheet (Notes) must not hold a formula.
            """)
    void aWorkbookThatHoldsMoreThanItsSheetsIsRefused(String part, String piece, String other, String why)
            throws Exception {
        // Given
        byte[] workbook = rewritten(part, text -> text.replace(piece, other));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).startsWith("answers.xlsx " + why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            xl/vbaProject.bin ¦ must not hold a macro (xl/vbaproject.bin)
            xl/macrosheets/sheet1.xml ¦ must not hold a macro
            xl/externalLinks/externalLink1.xml ¦ must not hold a link to another file
            xl/embeddings/oleObject1.bin ¦ must not hold an embedded file
            xl/activeX/activeX1.xml ¦ must not hold a control
            xl/connections.xml ¦ must not hold a connection to data elsewhere
            ../evil.xml ¦ must have a plain name inside the workbook.
            /etc/passwd ¦ must have a plain name inside the workbook.
            xl/../../evil.xml ¦ must have a plain name inside the workbook.
            xl\\evil.xml ¦ must have a plain name inside the workbook.
            C:evil.xml ¦ must have a plain name inside the workbook.
            XL/Workbook.xml ¦ must be in the file once.
            """)
    void aPartThatHasNoPlaceInATableIsRefused(String name, String why) throws Exception {
        // Given
        Map<String, byte[]> parts = SheetFixture.parts(workbook());
        parts.put(name, "<x/>".getBytes(StandardCharsets.UTF_8));

        // When
        String problems = read(SheetFixture.zip(parts));

        // Then
        assertThat(problems).startsWith("answers.xlsx The ").contains(why);
    }

    @Test
    void aPartThatStandsTwiceIsRefused() throws Exception {
        // Given
        Map<String, byte[]> parts = SheetFixture.parts(workbook());
        parts.put("xl/workbook.xmm", "<x/>".getBytes(StandardCharsets.UTF_8));
        String doubled = new String(SheetFixture.zip(parts), StandardCharsets.ISO_8859_1)
                .replace("xl/workbook.xmm", "xl/workbook.xml");

        // When
        String problems = read(doubled.getBytes(StandardCharsets.ISO_8859_1));

        // Then
        assertThat(problems).isEqualTo("answers.xlsx The part (xl/workbook.xml) must be in the file once.");
    }

    @Test
    void whatPoiWouldSaveOfAMergedAndFilteredSheetIsRefused() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            saved.getSheet("Rules").addMergedRegion(new CellRangeAddress(2, 3, 2, 3));
            saved.getSheet("Rules").getRow(3).setZeroHeight(true);
        });

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems)
                .startsWith("answers.xlsx:3:3 The cells (C3:D4) must not be merged.")
                .contains("answers.xlsx:4 The row must not be hidden.");
    }

    @Test
    void aThousandMillionLaughsAreNotLaughed() throws Exception {
        // Given
        StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        byte[] workbook = rewritten(
                SHEET,
                sheet -> sheet.replace("<worksheet", type + "]><worksheet").replace("<v>", "<v>&a9;"));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).contains("must not declare a document type");
    }

    @Test
    void aFileOfThisMachineIsNotFetched() throws Exception {
        // Given
        byte[] workbook = rewritten(
                SHEET,
                sheet -> sheet.replace(
                                "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet")
                        .replace("<v>", "<v>&e;"));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).contains("must not declare a document type");
    }

    @Test
    void utf16IsRefused() throws Exception {
        // Given
        Map<String, byte[]> parts = SheetFixture.parts(workbook());
        String sheet = new String(parts.getOrDefault(SHEET, new byte[0]), StandardCharsets.UTF_8);
        parts.put(SHEET, sheet.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));

        // When
        String problems = read(SheetFixture.zip(parts));

        // Then
        assertThat(problems).contains("must be whole and well-formed XML in UTF-8.");
    }

    @Test
    void aByteOrderMarkAndElementsOfOthersAreLetPass() throws Exception {
        // Given
        byte[] workbook = rewritten(
                SHEET,
                sheet -> "\uFEFF"
                        + sheet.replace(
                                "<c r=\"A3\"", "<x:c xmlns:x=\"urn:x\" r=\"A3\" t=\"str\"><v>2</v></x:c><c r=\"A3\""));

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        // Given
        Map<String, byte[]> parts = SheetFixture.parts(workbook());
        String sheet = new String(parts.getOrDefault(SHEET, new byte[0]), StandardCharsets.UTF_8);
        parts.put(SHEET, sheet.replace("<v>", "<v>\u00C4").getBytes(StandardCharsets.ISO_8859_1));

        // When
        String problems = read(SheetFixture.zip(parts));

        // Then
        assertThat(problems).contains("must be whole and well-formed XML in UTF-8.");
    }

    @Test
    void elementsInsideEachOtherAreReadNoDeeperThanASheetNeeds() throws Exception {
        // Given
        int deep = MEGABYTE;
        byte[] workbook = rewritten(
                SHEET,
                sheet -> sheet.replace("</sheetData>", "</sheetData>" + "<x>".repeat(deep) + "</x>".repeat(deep)));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).startsWith("answers.xlsx The part (xl/worksheets/sheet1.xml) must ");
    }
}
