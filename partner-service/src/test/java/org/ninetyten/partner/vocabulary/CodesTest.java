package org.ninetyten.partner.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    @ParameterizedTest
    @CsvSource({"KZ, true", "kz, false", "XX, false", "KAZ, false", "'', false"})
    void countriesAreThoseOfIso3166(String code, boolean known) {
        assertEquals(known, Codes.isCountry(code));
    }

    @ParameterizedTest
    @CsvSource({
        "kk, true",
        "pt-BR, true",
        "zh-Hant-TW, true",
        "fil, true",
        "pt-br, false",
        "xx, false",
        "e, false",
        "pt_BR, false",
        "'', false"
    })
    void languagesAreCanonicalBcp47Tags(String tag, boolean known) {
        assertEquals(known, Codes.isLanguage(tag));
    }

    @ParameterizedTest
    @CsvSource({"Asia/Almaty, true", "UTC, true", "+05:00, false", "Asia/Nowhere, false"})
    void timeZonesAreThoseOfIana(String id, boolean known) {
        assertEquals(known, Codes.isTimeZone(id));
    }

    @ParameterizedTest
    @CsvSource({"KZ-75, true", "US-CA, true", "GB-ENG, true", "XX-1, false", "KZ75, false", "KZ-ABCD, false"})
    void subdivisionsLookLikeIso3166Part2(String code, boolean known) {
        assertEquals(known, Codes.isSubdivision(code));
    }

    @Test
    void textsHaveNothingThatNobodyCanRead() {
        PlainText.Check check = new PlainText.Check();
        assertEquals(true, check.isValid("Ünïcode 東京 🙂", null));
        assertEquals(false, check.isValid("nul\0", null));
        assertEquals(false, check.isValid("half \uD83D a pair", null));
        assertEquals(false, check.isValid("two\nlines", null));
        assertEquals(false, check.isValid("  ", null));
    }
}
