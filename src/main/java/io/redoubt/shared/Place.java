package io.redoubt.shared;

/**
 * Where something stands in a text file.
 *
 * @param file path relative to the pack or data folder, with {@code /}
 * @param line counted from 1; 0 where only the file is known
 * @param column counted from 1: the character in text, the cell in a table; 0 where only the line is known
 */
public record Place(String file, int line, int column) {
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    public static Place of(String file, int line) {
        return new Place(file, line, 0);
    }

    @Override
    public String toString() {
        return column > 0 ? file + ":" + line + ":" + column : line > 0 ? file + ":" + line : file;
    }
}
