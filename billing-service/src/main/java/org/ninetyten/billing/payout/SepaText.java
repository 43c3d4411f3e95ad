package org.ninetyten.billing.payout;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/**
 * Writes names in the letters that every bank in the euro area must take: a bank may refuse a file for one that it does
 * not know. The set is that of the European Payments Council (EPC217-08).
 */
final class SepaText {

    private static final int LONGEST_NAME = 70;
    private static final Pattern NOT_IN_THE_SET = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");

    private final Transliterator toAscii = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    /** The name in Latin letters without accents, at most 70 of them; a sign that has no letter becomes a full stop. */
    String name(String name) {
        String letters = NOT_IN_THE_SET
                .matcher(toAscii.transliterate(name).replace('&', '+'))
                .replaceAll(".");
        return letters.substring(0, Math.min(letters.length(), LONGEST_NAME)).strip();
    }
}
