package org.ninetyten.leadrouting.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A company's name as it is compared: without case, punctuation, accents, legal form and script, so that
 * "ООО «Ромашка»" and "Romashka LLC" are one.
 *
 * @param words in the order of the name; empty when nothing distinctive is left
 */
public record CompanyName(List<String> words) {

    private static final int LONGEST = 200;

    /** "L.L.C." and "d'Or" are words. */
    private static final Set<Character> INSIDE_WORDS = Set.of('.', '\'', '’');

    /** Only what says nothing about which company it is; "group" or "trade" may be all that tells two apart. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "ug",
            "ohg",
            "gbr",
            "ev",
            "ek",
            "se",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "llp",
            "lp",
            "plc",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "sa",
            "sas",
            "sasu",
            "sarl",
            "eurl",
            "srl",
            "spa",
            "snc",
            "sl",
            "slu",
            "sc",
            "sapi",
            "cv",
            "ltda",
            "eireli",
            "epp",
            "lda",
            "nv",
            "bv",
            "bvba",
            "sprl",
            "as",
            "asa",
            "ab",
            "oy",
            "oyj",
            "aps",
            "kft",
            "zrt",
            "nyrt",
            "sro",
            "doo",
            "dd",
            "ood",
            "eood",
            "ad",
            "ead",
            "spzoo",
            "sp",
            "zoo",
            "z",
            "o",
            "ooo",
            "oao",
            "zao",
            "pao",
            "ao",
            "nao",
            "ip",
            "too",
            "tdv",
            "tov",
            "pat",
            "prat",
            "chp",
            "fop",
            "odo",
            "oso",
            "osoo",
            "chup",
            "mchj",
            "pty",
            "pvt",
            "pte",
            "bhd",
            "sdn",
            "the");

    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "y"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"),
            Map.entry('і', "i"),
            Map.entry('ї', "yi"),
            Map.entry('є', "ye"),
            Map.entry('ґ', "g"),
            Map.entry('ў', "u"),
            Map.entry('қ', "k"),
            Map.entry('ғ', "g"),
            Map.entry('ң', "n"),
            Map.entry('ө', "o"),
            Map.entry('ұ', "u"),
            Map.entry('ү', "u"),
            Map.entry('ә', "a"),
            Map.entry('һ', "h"),
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"));

    public CompanyName {
        words = List.copyOf(words);
    }

    /** Reads a name as people write it. */
    public static CompanyName of(String written) {
        List<String> words = new ArrayList<>(
                Arrays.asList(plain(written.length() > LONGEST ? written.substring(0, LONGEST) : written)
                        .split(" ", -1)));
        words.removeIf(String::isEmpty);
        List<String> distinctive =
                words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        // A name that is nothing but legal forms is a name all the same.
        return new CompanyName(distinctive.isEmpty() ? words : distinctive);
    }

    /** A text in lower-case Latin letters and digits, everything else a single space. */
    static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char character = composed.charAt(i);
            String letter = LATIN.get(character);
            if (letter != null) {
                latin.append(letter);
            } else if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
                latin.append(character);
            } else if (!INSIDE_WORDS.contains(character)
                    && Character.getType(character) != Character.NON_SPACING_MARK) {
                latin.append(' ');
            }
        }
        return Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .strip();
    }

    /**
     * What the companies have in common that may be one: a word of theirs, or its beginning, since the end is where
     * endings and typing errors are.
     */
    Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>();
        words.stream()
                .filter(word -> word.length() >= 3 || words.size() == 1)
                .limit(4)
                .forEach(word -> blocks.add(word.substring(0, Math.min(4, word.length()))));
        return blocks;
    }

    /** How alike two names are, from 0 to 1000: the share of common letter triples, whatever the order of the words. */
    public int similarityPermil(CompanyName other) {
        Set<String> mine = triples();
        Set<String> theirs = other.triples();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(mine);
        both.retainAll(theirs);
        return 2000 * both.size() / (mine.size() + theirs.size());
    }

    private Set<String> triples() {
        Set<String> triples = new HashSet<>();
        for (String word : words) {
            // Padded, so that the beginning of a word counts more than its middle.
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                triples.add(padded.substring(i, i + 3));
            }
        }
        return triples;
    }
}
