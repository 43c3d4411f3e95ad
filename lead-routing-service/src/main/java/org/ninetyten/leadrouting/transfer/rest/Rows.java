package org.ninetyten.leadrouting.transfer.rest;

import java.util.stream.Collectors;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.lead.rest.ReadLead;
import org.ninetyten.leadrouting.transfer.LeadRows.Row;

/** Makes rows of what was read. */
final class Rows {

    private Rows() {}

    /** The row; the first thing that is wrong names the field, the others follow in the reason. */
    static Row row(long line, ReadLead.Read read, boolean inColumns) {
        NewLead lead = read.lead();
        if (lead != null) {
            return Row.of(line, lead);
        }
        ReadLead.Wrong first = read.wrong().getFirst();
        String others = read.wrong().stream()
                .skip(1)
                .map(wrong -> "; " + name(wrong.field(), inColumns) + " " + wrong.reason())
                .collect(Collectors.joining());
        return Row.rejected(line, name(first.field(), inColumns), first.reason() + others);
    }

    private static String name(String field, boolean inColumns) {
        return inColumns ? FieldNames.column(field) : field;
    }
}
