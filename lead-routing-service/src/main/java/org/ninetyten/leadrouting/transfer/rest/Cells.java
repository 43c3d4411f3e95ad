package org.ninetyten.leadrouting.transfer.rest;

/**
 * Texts in cells of a CSV file. A spreadsheet takes a text that begins with {@code =}, {@code +}, {@code -} or {@code @}
 * for a formula and runs it; an apostrophe before it keeps it a text.
 */
final class Cells {

    private static final String FORMULA = "=+-@\t\r";

    private Cells() {}

    /** The text as it may stand in a cell. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text that was meant by a cell. */
    static String original(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
