package org.ninetyten.leadrouting.explanation;

import com.ibm.icu.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.routing.Credit;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Standing;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.TurnRule;

/**
 * Decisions in the words of a language. The patterns are ICU messages, since half of the languages have more than two
 * forms for a number of things.
 */
public final class Sentences {

    private static final String BUNDLE = "org.ninetyten.leadrouting.explanation.sentences";
    private static final Map<Language, Sentences> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Sentences(language));
        }
    }

    private final Language language;
    private final ResourceBundle patterns;

    private Sentences(Language language) {
        this.language = language;
        this.patterns = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Sentences in(Language language) {
        Sentences sentences = ALL.get(language);
        if (sentences == null) {
            throw new IllegalArgumentException("Nothing is said in " + language + ".");
        }
        return sentences;
    }

    /**
     * A whole decision, for the vendor.
     *
     * @param names what the partners are called; one without a name is called by its id
     */
    public List<String> of(Decisions.Stored stored, RoutingPolicy policy, Map<UUID, String> names) {
        RoutingDecision decision = stored.decision();
        List<String> sentences = new ArrayList<>();
        Step step = decision.step();
        boolean byTurn = step == Step.TURN || step == Step.OPENING;
        if (byTurn || step == Step.NOBODY) {
            sentences.add(couldServe(decision, policy));
        }
        RoutingDecision.Row chosen = chosen(decision);
        if (chosen == null) {
            sentences.add(say("nobody", Map.of()));
        } else {
            Map<String, Object> about = about(chosen, policy);
            about.put(
                    "partner",
                    names.getOrDefault(chosen.partnerId(), chosen.partnerId().toString()));
            about.put("who", stored.decidedBy() == null ? "" : stored.decidedBy());
            about.put("why", stored.why() == null ? "" : stored.why());
            sentences.add(say("chosen." + key(step, policy), about));
            if (byTurn) {
                sentences.add(say("chosen.score", about));
            }
        }
        long tooLow = decision.rows().stream()
                .filter(row -> row.failed() == null && row.standing().before() == null && !row.inBand())
                .count();
        if (byTurn && tooLow > 0) {
            sentences.add(say("tooLow", Map.of("count", tooLow, "band", share(policy.scoreBand()))));
        }
        Map<Filter, Integer> failed = new TreeMap<>(decision.failed());
        if (!failed.isEmpty()) {
            List<String> parts = failed.entrySet().stream()
                    .map(entry -> say("count." + entry.getKey(), Map.of("count", entry.getValue())))
                    .toList();
            sentences.add(say("keptOut", Map.of("reasons", String.join(", ", parts))));
        }
        return List.copyOf(sentences);
    }

    /** What a partner is told of its own part, and of nobody else's. */
    public List<String> of(OwnPart part, RoutingPolicy policy) {
        List<String> sentences = new ArrayList<>();
        Map<String, Object> about = new TreeMap<>();
        RoutingDecision.Row row = part.row();
        if (row != null) {
            about.putAll(about(row, policy));
        }
        switch (part.outcome()) {
            case OFFERED -> sentences.add(say("own." + key(part.step(), policy), about));
            case KEPT_OUT -> sentences.add(say("own.failed." + part.failed(), about));
            case IN_LINE -> {
                about.put("place", part.place() == null ? 0 : part.place());
                sentences.add(say("own.place", about));
                sentences.add(say("own.score", about));
            }
            case NOT_NEAR, CHANGED_SINCE, NOT_BY_TURN -> sentences.add(say("own." + part.outcome(), about));
        }
        if (part.byProfileOfToday()) {
            sentences.add(say("own.today", about));
        }
        return List.copyOf(sentences);
    }

    private String couldServe(RoutingDecision decision, RoutingPolicy policy) {
        int could = 0;
        for (RoutingDecision.Row row : decision.rows()) {
            could += row.failed() == null && row.standing().before() == null ? 1 : 0;
        }
        int total = could;
        for (Map.Entry<Filter, Integer> failed : decision.failed().entrySet()) {
            boolean there = failed.getKey() != Filter.NOT_ACTIVE && failed.getKey() != Filter.NO_RIGHT_TO_SELL;
            total += there ? failed.getValue() : 0;
        }
        Integer sellers = decision.sellers();
        if (sellers != null) {
            // The index counts them a moment before the candidates are read anew.
            total = Math.max(sellers, could);
        }
        String key = "couldServe";
        if (decision.step() == Step.NOBODY) {
            key = "couldServe.nobody";
        } else if (could >= policy.shortlist()) {
            key = sellers == null ? "couldServe.shortlist" : "couldServe.nearest";
        } else if (sellers == null) {
            // Decisions from before the sellers were counted know those that were looked at.
            key = "couldServe.looked";
        }
        return say(key, Map.of("could", could, "total", total));
    }

    private static RoutingDecision.@Nullable Row chosen(RoutingDecision decision) {
        for (RoutingDecision.Row row : decision.rows()) {
            if (row.partnerId().equals(decision.partnerId())) {
                return row;
            }
        }
        return null;
    }

    private static Map<String, Object> about(RoutingDecision.Row row, RoutingPolicy policy) {
        Standing standing = row.standing();
        Map<String, Object> about = new TreeMap<>();
        about.put("credit", Credit.inLeads(standing.credit()));
        about.put("score", share(standing.score().total()));
        about.put("load", standing.load());
        about.put("days", policy.loadWindowDays());
        about.put("first", policy.opening().leads());
        Integer kilometres = standing.kilometres();
        about.put("known", kilometres == null ? "no" : "yes");
        about.put("kilometres", kilometres == null ? 0 : kilometres);
        return about;
    }

    private static double share(int basisPoints) {
        return basisPoints / (double) RoutingPolicy.WHOLE;
    }

    private static String key(Step step, RoutingPolicy policy) {
        return step == Step.TURN && policy.turns() == TurnRule.LEAST_LOADED ? "LOAD" : step.name();
    }

    private String say(String key, Map<String, Object> values) {
        return new MessageFormat(patterns.getString(key), language.locale()).format(values);
    }
}
