package org.ninetyten.leadrouting.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company's name as it is compared: without case, punctuation, accents, legal form and script, so that
 * "ООО «Ромашка»" and "Romashka LLC" are one.
 *
 * @param words in the order of the name; empty when nothing distinctive is left
 */
public record CompanyName(List<String> words) {

    private static final int LONGEST = 200;
    private static final long THREE_LETTERS = 0xFFFF_FFFF_FFFFL;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

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
        String plain = plain(written.length() > LONGEST ? written.substring(0, LONGEST) : written);
        List<String> words = new ArrayList<>();
        List<String> distinctive = new ArrayList<>();
        for (int from = 0; from < plain.length(); ) {
            int space = plain.indexOf(' ', from);
            int to = space < 0 ? plain.length() : space;
            if (to > from) {
                String word = plain.substring(from, to);
                words.add(word);
                if (!LEGAL_FORMS.contains(word)) {
                    distinctive.add(word);
                }
            }
            from = to + 1;
        }
        // A name that is nothing but legal forms is a name all the same.
        return new CompanyName(distinctive.isEmpty() ? words : distinctive);
    }

    /** A text in lower-case Latin letters and digits, words set apart by spaces. */
    static String plain(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                latin.append(character);
            } else if (character >= 'A' && character <= 'Z') {
                latin.append((char) (character - 'A' + 'a'));
            } else if (character >= 128) {
                return plainOfAnyScript(text);
            } else if (!INSIDE_WORDS.contains(character)) {
                latin.append(' ');
            }
        }
        return latin.toString().strip();
    }

    static String plainOfAnyScript(String text) {
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
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD))
                .replaceAll("")
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
        return triples().similarityPermil(other.triples());
    }

    /** What is compared of this name; worth keeping for whom compares it with many. */
    Triples triples() {
        int room = 0;
        for (String word : words) {
            room += word.length() + 1;
        }
        long[] triples = new long[room];
        int count = 0;
        for (String word : words) {
            // Padded, so that the beginning of a word counts more than its middle.
            long triple = (long) ' ' << 16 | ' ';
            for (int i = 0; i <= word.length(); i++) {
                char next = i < word.length() ? word.charAt(i) : ' ';
                triple = (triple << 16 | next) & THREE_LETTERS;
                triples[count++] = triple;
            }
        }
        Arrays.sort(triples);
        int different = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || triples[i] != triples[i - 1]) {
                triples[different++] = triples[i];
            }
        }
        return new Triples(Arrays.copyOf(triples, different));
    }

    /** The letter triples of a name, each once and in order, so that two sets are compared in one pass. */
    static final class Triples {

        private final long[] sorted;

        private Triples(long[] sorted) {
            this.sorted = sorted;
        }

        NameSketch sketch() {
            long bits = 0;
            for (long triple : sorted) {
                // Fibonacci hashing: the upper bits of the product depend on all bits of the triple.
                bits |= 1L << ((triple * 0x9E37_79B9_7F4A_7C15L) >>> 58);
            }
            return new NameSketch(sorted.length, bits);
        }

        int similarityPermil(Triples other) {
            if (sorted.length == 0 || other.sorted.length == 0) {
                return 0;
            }
            int both = 0;
            int mine = 0;
            int theirs = 0;
            while (mine < sorted.length && theirs < other.sorted.length) {
                int order = Long.compare(sorted[mine], other.sorted[theirs]);
                if (order == 0) {
                    both++;
                }
                mine += order <= 0 ? 1 : 0;
                theirs += order >= 0 ? 1 : 0;
            }
            return 2000 * both / (sorted.length + other.sorted.length);
        }
    }
}
