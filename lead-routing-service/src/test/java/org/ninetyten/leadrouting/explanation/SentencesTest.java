package org.ninetyten.leadrouting.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.routing.Credit;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.PolicyExamples;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Score;
import org.ninetyten.leadrouting.routing.Standing;
import org.ninetyten.leadrouting.routing.Step;

class SentencesTest {

    private static final UUID CHOSEN = new UUID(1, 1);
    private static final RoutingPolicy POLICY = PolicyExamples.share();

    @Test
    void aTurnIsExplainedInEnglish() {
        assertEquals(
                List.of(
                        "3 of 41 partners with the right to sell there could serve the lead.",
                        "It was the turn of Muster GmbH by credit 0.62.",
                        "Its score is 70.1%, and it is 3 km from the customer.",
                        "1 partner was more than 15% below the best score and took no turn.",
                        "Kept out: 1,200 (no right to sell there), 38 (language)."),
                Sentences.in(Language.EN).of(turn(), POLICY, Map.of(CHOSEN, "Muster GmbH")));
    }

    @Test
    void russianHasItsThreeForms() {
        List<String> sentences = Sentences.in(Language.RU).of(turn(), POLICY, Map.of(CHOSEN, "Muster GmbH"));

        assertEquals("Из 41 партнёра с правом продажи в этом регионе лид могли обслужить 3.", sentences.getFirst());
        assertEquals("Подошла очередь партнёра Muster GmbH: его кредит 0,62.", sentences.get(1));
        assertEquals(
                "1 партнёр отстал от лучшей оценки более чем на 15 % и в очередь не попал.",
                sentences.get(3).replace('\u00a0', ' '));
    }

    @Test
    void whenTheShortlistIsFullItSaysOutOfHowMany() {
        Decisions.Stored full = turn(25);
        assertEquals(
                "1,204 partners have the right to sell there; the nearest 25 that could serve the lead were looked at"
                        + " closely.",
                Sentences.in(Language.EN).of(full, POLICY, Map.of()).getFirst());
        assertEquals(
                "1.204 Partner haben Vertriebsrecht in der Region; näher betrachtet wurden die 25 nächsten, die für den"
                        + " Lead infrage kamen.",
                Sentences.in(Language.DE).of(full, POLICY, Map.of()).getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void decisionsFromBeforeTheSellersWereCountedSayWhatWasLookedAt(Language language) {
        Decisions.Stored now = turn();
        Decisions.Stored old = stored(now.decision().among(null));
        String sentence = Sentences.in(language).of(old, POLICY, Map.of()).getFirst();

        sayAll(List.of(sentence));
        assertNotEquals(Sentences.in(language).of(now, POLICY, Map.of()).getFirst(), sentence);
    }

    @Test
    void aReaderGetsTheFirstLanguageThatIsSpokenHere() {
        assertEquals(Language.PT, Language.of(List.of(Locale.JAPANESE, Locale.of("pt", "BR"), Locale.FRENCH)));
        assertEquals(Language.EN, Language.of(List.of(Locale.JAPANESE)));
        assertEquals(Language.EN, Language.of(List.of(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource
    void everythingCanBeSaidInEveryLanguage(Language language) {
        Sentences sentences = Sentences.in(language);
        sayAll(sentences.of(turn(), POLICY, Map.of()));
        sayAll(sentences.of(turn(1), POLICY, Map.of()));
        sayAll(sentences.of(turn(25), POLICY, Map.of()));
        for (Step step : Step.values()) {
            sayAll(sentences.of(decision(step), POLICY, Map.of()));
            if (step != Step.NOBODY) {
                sayAll(sentences.of(part(OwnPart.Outcome.OFFERED, step, null), POLICY));
                sayAll(sentences.of(part(OwnPart.Outcome.OFFERED, step, null), PolicyExamples.leastLoaded()));
            }
        }
        for (Filter filter : Filter.values()) {
            sayAll(sentences.of(part(OwnPart.Outcome.KEPT_OUT, Step.NOBODY, filter), POLICY));
        }
        for (OwnPart.Outcome outcome : List.of(
                OwnPart.Outcome.IN_LINE,
                OwnPart.Outcome.NOT_NEAR,
                OwnPart.Outcome.CHANGED_SINCE,
                OwnPart.Outcome.NOT_BY_TURN)) {
            sayAll(sentences.of(part(outcome, Step.NOBODY, null), POLICY));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noLanguageLacksASentence(Language language) {
        assertEquals(keys(Language.EN), keys(language));
    }

    private static java.util.Set<String> keys(Language language) {
        return ResourceBundle.getBundle("org.ninetyten.leadrouting.explanation.sentences", language.locale())
                .keySet();
    }

    private static void sayAll(List<String> sentences) {
        assertFalse(sentences.isEmpty());
        for (String sentence : sentences) {
            assertFalse(sentence.contains("{") || sentence.contains("null"), sentence);
            assertFalse(sentence.isBlank());
        }
    }

    private static OwnPart part(OwnPart.Outcome outcome, Step step, Filter failed) {
        return new OwnPart(
                new UUID(5, 5),
                Instant.EPOCH,
                outcome,
                step,
                row(CHOSEN, failed, true),
                failed,
                outcome == OwnPart.Outcome.IN_LINE ? 2 : null,
                true);
    }

    private static Decisions.Stored turn() {
        return stored(new RoutingDecision(
                        new UUID(7, 7),
                        1,
                        Step.TURN,
                        CHOSEN,
                        List.of(
                                row(CHOSEN, null, true),
                                row(new UUID(1, 2), null, true),
                                row(new UUID(1, 3), null, false)),
                        Map.of(Filter.LANGUAGE, 38, Filter.NO_RIGHT_TO_SELL, 1_200))
                .among(41));
    }

    private static Decisions.Stored turn(int looked) {
        List<RoutingDecision.Row> rows = new ArrayList<>();
        for (int i = 1; i <= looked; i++) {
            rows.add(row(new UUID(1, i), null, true));
        }
        return stored(new RoutingDecision(new UUID(7, 7), 1, Step.TURN, CHOSEN, rows, Map.of()).among(1_204));
    }

    private static Decisions.Stored decision(Step step) {
        return stored(new RoutingDecision(
                new UUID(7, 7),
                1,
                step,
                step == Step.NOBODY ? null : CHOSEN,
                step == Step.NOBODY ? List.of() : List.of(row(CHOSEN, null, true)),
                java.util.Arrays.stream(Filter.values())
                        .collect(java.util.stream.Collectors.toMap(filter -> filter, filter -> 3))));
    }

    private static Decisions.Stored stored(RoutingDecision decision) {
        return new Decisions.Stored(new UUID(5, 5), decision, Instant.EPOCH, "desk-1", "They asked for it.");
    }

    private static RoutingDecision.Row row(UUID partner, Filter failed, boolean inBand) {
        return new RoutingDecision.Row(
                new Standing(
                        partner,
                        null,
                        failed,
                        3,
                        new Score(7_000, 9_708, 8_200, 2_500, 6_000, 7_006),
                        40_000,
                        Credit.LEAD / 100 * 62,
                        null,
                        6,
                        0),
                inBand,
                0);
    }
}
