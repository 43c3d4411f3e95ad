package org.ninetyten.leadrouting.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;

class CompanyNameTest {

    @Test
    void legalFormCaseAccentsPunctuationAndScriptTellNothing() {
        List<String> words = List.of("romashka");
        for (String written :
                List.of("Romashka", "ROMASHKA LLC", "ООО «Ромашка»", "Romashka, L.L.C.", "  Romáshka Ltd. ")) {
            assertEquals(words, CompanyName.of(written).words(), written);
        }
    }

    @Test
    void aNameThatIsNothingButLegalFormsIsANameAllTheSame() {
        assertEquals(List.of("co", "ltd"), CompanyName.of("Co. Ltd").words());
        assertEquals(List.of(), CompanyName.of("- . -").words());
    }

    @Test
    void namesAreAlikeWhateverTheOrderOfTheirWordsAndUnlikeWhenNoLettersAreShared() {
        assertEquals(1000, similarity("Nordic Timber", "Timber Nordic"));
        assertTrue(similarity("Romashka Trade", "Romashka") >= 700);
        assertTrue(similarity("Kleinert", "Kleinerd") >= 700);
        assertEquals(0, similarity("Abc", "Xyz"));
        assertEquals(0, similarity("", "Abc"));
    }

    /** The quick way for ASCII is a short cut and nothing else. */
    @Property
    void asciiIsReadLikeAnyOtherScript(@ForAll @CharRange(from = '\u0001', to = '\u007f') String text) {
        assertEquals(CompanyName.plainOfAnyScript(text), CompanyName.plain(text));
    }

    @Property
    void similarityIsTheShareOfCommonLetterTriples(
            @ForAll @AlphaChars @Whitespace @StringLength(max = 30) String one,
            @ForAll @CharRange(from = 'a', to = 'c') @Whitespace @StringLength(max = 30) String other) {
        Set<String> both = triples(one);
        both.retainAll(triples(other));
        int all = triples(one).size() + triples(other).size();
        assertEquals(all == 0 ? 0 : 2000 * both.size() / all, similarity(one, other));
        assertEquals(similarity(other, one), similarity(one, other));
    }

    /** What the database passes over is never what a person should have seen. */
    @Property
    void namesThatAreAlikeAreNeverPassedOverByTheirSketch(
            @ForAll @CharRange(from = 'a', to = 'd') @Whitespace @StringLength(max = 30) String one,
            @ForAll @CharRange(from = 'a', to = 'd') @Whitespace @StringLength(max = 8) String ending) {
        CompanyName.Triples name = CompanyName.of(one).triples();
        CompanyName.Triples longer = CompanyName.of(one + ending).triples();
        int permil = name.similarityPermil(longer);
        assertTrue(name.sketch().mayBeAlike(longer.sketch(), permil));
    }

    @Test
    void mostNamesThatAreUnlikeArePassedOverByTheirSketch() {
        NameSketch name = CompanyName.of("Nordic Timber").triples().sketch();
        assertTrue(name.mayBeAlike(CompanyName.of("Nordic Timbers").triples().sketch(), 700));
        assertFalse(name.mayBeAlike(CompanyName.of("Southern Fruit").triples().sketch(), 700));
    }

    private static int similarity(String one, String other) {
        return CompanyName.of(one).similarityPermil(CompanyName.of(other));
    }

    private static Set<String> triples(String written) {
        Set<String> triples = new HashSet<>();
        for (String word : CompanyName.of(written).words()) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                triples.add(padded.substring(i, i + 3));
            }
        }
        return triples;
    }
}
