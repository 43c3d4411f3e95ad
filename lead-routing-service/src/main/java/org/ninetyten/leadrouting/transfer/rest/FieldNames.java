package org.ninetyten.leadrouting.transfer.rest;

import java.util.Locale;

/** The names of columns: {@code contact.email} of the API is the column {@code contactEmail}. */
final class FieldNames {

    private FieldNames() {}

    static String column(String field) {
        StringBuilder column = new StringBuilder();
        for (String part : field.replaceAll("\\[.*", "").split("\\.", -1)) {
            column.append(
                    column.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return column.toString();
    }
}
