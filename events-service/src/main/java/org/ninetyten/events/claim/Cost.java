package org.ninetyten.events.claim;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One invoice that a host claims for. */
public record Cost(
        CostCategory category,
        String supplier,
        String supplierTaxId,
        String invoiceNumber,
        LocalDate invoiceDate,
        long netMinor,
        @Nullable String description) {

    private static final LocalDate OLDEST_INVOICE = LocalDate.of(2000, 1, 1);

    /** Whether the date can be that of an invoice that is handed in on a day up to the given one. */
    boolean isDatedUpTo(LocalDate latest) {
        return !invoiceDate.isBefore(OLDEST_INVOICE) && !invoiceDate.isAfter(latest);
    }

    /** Supplier and number without what people write in different ways: case, blanks and punctuation. */
    String invoiceKey() {
        return bare(supplierTaxId) + "|" + bare(invoiceNumber);
    }

    private static String bare(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
