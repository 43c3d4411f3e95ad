package org.ninetyten.leadrouting.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phone numbers in the one form that can be compared and dialled from anywhere. */
public final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /**
     * A number, or why it cannot be one.
     *
     * @param e164 such as {@code +77271234567}; null when it cannot be
     * @param refusal what is wrong with it; null when it can be
     */
    public record Reading(@Nullable String e164, @Nullable String refusal) {}

    /**
     * Reads a number as people write it.
     *
     * @param country where a number without a country code is from, ISO 3166-1
     */
    public static Reading read(String written, @Nullable String country) {
        PhoneNumber number;
        try {
            number = NUMBERS.parse(written, country);
        } catch (NumberParseException e) {
            return refused(
                    switch (e.getErrorType()) {
                        case INVALID_COUNTRY_CODE ->
                            country == null
                                    ? "needs a country code such as +7, since the lead has no country"
                                    : "has a country code that does not exist";
                        case NOT_A_NUMBER -> "is not a phone number";
                        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "is too short for a phone number";
                        case TOO_LONG -> "is too long for a phone number";
                    });
        }
        // Possible and not valid: numbering plans change before the list of them does, and a lead lost is worse.
        return switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> new Reading(NUMBERS.format(number, PhoneNumberFormat.E164), null);
            case INVALID_COUNTRY_CODE -> refused("has a country code that does not exist");
            case TOO_SHORT -> refused("is too short for a number of its country");
            case IS_POSSIBLE_LOCAL_ONLY -> refused("has no area code");
            case TOO_LONG -> refused("is too long for a number of its country");
            case INVALID_LENGTH -> refused("does not have the length of a number of its country");
        };
    }

    /** The number in E.164 form, if it can be one. */
    public static Optional<String> e164(@Nullable String written, @Nullable String country) {
        return written == null
                ? Optional.empty()
                : Optional.ofNullable(read(written, country).e164());
    }

    private static Reading refused(String why) {
        return new Reading(null, why);
    }
}
