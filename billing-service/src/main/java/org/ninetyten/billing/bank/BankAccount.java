package org.ninetyten.billing.bank;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.Iban;
import org.iban4j.IbanFormatException;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/**
 * An account that can be paid into. Its text form says nothing of it, so that no log does.
 *
 * @param holder whose it is, as the bank knows it, at most 70 characters as in ISO 20022
 * @param iban without blanks, or nothing for an account known by number and BIC
 * @param number without blanks, at most 34 characters as in ISO 20022, or nothing for an IBAN
 * @param bic the bank; may be missing with an IBAN
 * @param country where the account is, ISO 3166-1
 */
public record BankAccount(
        String holder,
        @Nullable String iban,
        @Nullable String number,
        @Nullable String bic,
        String country) {

    private static final int LONGEST_HOLDER = 70;
    private static final int SHOWN = 4;
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9/-]{4,34}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * An account by its IBAN.
     *
     * @throws ProblemException 400 that says what is wrong with it
     */
    public static BankAccount ofIban(String holder, String iban, @Nullable String bic) {
        String plain = plain(iban);
        try {
            Iban checked = Iban.valueOf(plain);
            return new BankAccount(
                    holder(holder),
                    plain,
                    null,
                    bic == null ? null : bic(bic),
                    checked.getCountryCode().getAlpha2());
        } catch (InvalidCheckDigitException e) {
            throw ProblemException.invalid("iban", "has a wrong check digit: a digit was mistyped");
        } catch (UnsupportedCountryException e) {
            throw ProblemException.invalid("iban", "is of a country that has no IBANs");
        } catch (IbanFormatException e) {
            throw ProblemException.invalid("iban", "is not built like an IBAN of its country");
        }
    }

    /**
     * An account where there are no IBANs.
     *
     * @throws ProblemException 400 that says what is wrong with it
     */
    public static BankAccount ofNumber(String holder, String number, String bic, String country) {
        String plain = plain(number);
        if (!NUMBER.matcher(plain).matches()) {
            throw ProblemException.invalid("accountNumber", "must have 4 to 34 letters and digits");
        }
        if (!COUNTRIES.contains(country)) {
            throw ProblemException.invalid("country", "must be an ISO 3166-1 country code such as KZ");
        }
        return new BankAccount(holder(holder), null, plain, bic(bic), country);
    }

    /** What people may see: enough to tell one's own accounts apart, too little to use. */
    public String masked() {
        String all = iban == null ? String.valueOf(number) : iban;
        int hidden = Math.max(0, all.length() - SHOWN);
        return (iban == null ? "" : all.substring(0, 2)) + "…" + all.substring(hidden);
    }

    private static String holder(String holder) {
        String plain = holder.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_HOLDER) {
            throw ProblemException.invalid("holder", "must have 1 to " + LONGEST_HOLDER + " characters");
        }
        if (plain.codePoints().anyMatch(BankAccount::isNoText)) {
            throw ProblemException.invalid("holder", "must not have control characters");
        }
        return plain;
    }

    /** What no XML can hold: one such name would keep all payments of a file from being read. */
    private static boolean isNoText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private static String bic(String bic) {
        String plain = plain(bic);
        try {
            BicUtil.validate(plain);
            return plain;
        } catch (BicFormatException | UnsupportedCountryException e) {
            throw ProblemException.invalid("bic", "is not a BIC of 8 or 11 characters");
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "BankAccount[" + masked() + "]";
    }
}
