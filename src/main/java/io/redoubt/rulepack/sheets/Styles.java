package io.redoubt.rulepack.sheets;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells look; every one is text, so that 007 and 1-2 stay what was typed. */
final class Styles {
    private static final short SMALL = 8;
    private static final short NORMAL = 10;
    private static final short LARGE = 14;

    private final Workbook workbook;

    Styles(Workbook workbook) {
        this.workbook = workbook;
    }

    /** A heading as in the file: there, and out of the way. */
    CellStyle technical() {
        Font font = font(SMALL, false);
        font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        return style(font, true);
    }

    /** A heading in plain words. */
    CellStyle heading() {
        CellStyle style = style(font(NORMAL, true), true);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    /** A cell to fill in, or one to read. */
    CellStyle plain(boolean locked) {
        return style(font(NORMAL, false), locked);
    }

    /** The title of a sheet or of a part of it; it may run over its cell. */
    CellStyle title() {
        CellStyle style = style(font(LARGE, true), true);
        style.setWrapText(false);
        return style;
    }

    private CellStyle style(Font font, boolean locked) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setLocked(locked);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    private Font font(short points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontHeightInPoints(points);
        font.setBold(bold);
        return font;
    }
}
