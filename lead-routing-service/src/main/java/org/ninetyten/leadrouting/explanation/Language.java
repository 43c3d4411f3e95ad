package org.ninetyten.leadrouting.explanation;

import java.util.List;
import java.util.Locale;

/** A language in which decisions are explained. */
public enum Language {
    EN,
    RU,
    DE,
    ES,
    PT,
    FR;

    /** The first of the languages that a reader accepts and that is spoken here, or else English. */
    public static Language of(List<Locale> accepted) {
        for (Locale locale : accepted) {
            for (Language language : values()) {
                if (language.locale().getLanguage().equals(locale.getLanguage())) {
                    return language;
                }
            }
        }
        return EN;
    }

    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
