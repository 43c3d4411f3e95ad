package org.ninetyten.leadrouting.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.TurnRule;

/**
 * Checks the document of a policy and names every field that is wrong, not only the first. What shape a document has is
 * taken from one that is valid, so that a parameter that is added later is asked for here at once.
 */
public final class PolicyCheck {

    /** A month has fewer business minutes than this; a time to answer beyond it is a typing error. */
    private static final int LONGEST_TIME_TO_ANSWER = 43_200;

    private static final int LONGEST_DAYS = 3_660;

    /** The ranges of numbers, by field; a star stands for any key. */
    private static final Map<String, Range> RANGES = Map.ofEntries(
            Map.entry("scoreWeights.*", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("scoreBand", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("competency.listed", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("competency.certified", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("competency.depth", new Range(1, 100)),
            Map.entry("distanceHalfKm", new Range(1, 20_000)),
            Map.entry("responsePrior.samples", new Range(1, 1_000)),
            Map.entry("responsePrior.rate", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("winPrior.samples", new Range(1, 1_000)),
            Map.entry("winPrior.rate", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("recordDays", new Range(1, LONGEST_DAYS)),
            Map.entry("tierWeights.*", new Range(1, RoutingPolicy.LARGEST_TIER_WEIGHT)),
            Map.entry("penalty.decline", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("penalty.timeOut", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("penalty.floor", new Range(RoutingPolicy.WHOLE / 2, RoutingPolicy.WHOLE)),
            Map.entry("creditClamp", new Range(1, 100)),
            Map.entry("opening.leads", new Range(0, 100)),
            Map.entry("opening.share", new Range(0, RoutingPolicy.WHOLE)),
            Map.entry("loadWindowDays", new Range(1, RoutingPolicy.LONGEST_LOAD_WINDOW_DAYS)),
            Map.entry("shortlist", new Range(1, RoutingPolicy.LARGEST_SHORTLIST)),
            Map.entry("offersBeforeDesk", new Range(1, 100)),
            Map.entry("minutesToAnswer.*", new Range(1, LONGEST_TIME_TO_ANSWER)),
            Map.entry("sla.firstContactMinutesHot", new Range(1, LONGEST_TIME_TO_ANSWER)),
            Map.entry("sla.firstContactMinutes", new Range(1, LONGEST_TIME_TO_ANSWER)),
            Map.entry("sla.nudgeDays", new Range(1, LONGEST_DAYS)),
            Map.entry("sla.warnDays", new Range(1, LONGEST_DAYS)),
            Map.entry("sla.recallDays", new Range(1, LONGEST_DAYS)));

    /** Fields that hold one word of a list, or several. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "turns", names(TurnRule.values()),
            "businessHours.days", names(DayOfWeek.values()),
            "needsWithCredential", names(IncomePoint.values()),
            "sla.hotSources", names(LeadSource.values()));

    private static final Set<String> TIMES = Set.of("businessHours.opens", "businessHours.closes");
    private static final int LONGEST_NAME_SHOWN = 60;

    private final List<Fault> faults = new ArrayList<>();

    private PolicyCheck() {}

    /** A field and what is wrong with it. */
    public record Fault(String field, String reason) {}

    private record Range(int min, int max) {}

    /**
     * What is wrong with a document; nothing when a policy can be made of it.
     *
     * @param document what somebody wrote
     * @param valid a policy that is known to be right
     */
    public static List<Fault> faults(JsonNode document, RoutingPolicy valid) {
        if (!document.isObject()) {
            return List.of(new Fault("", "must be an object"));
        }
        PolicyCheck check = new PolicyCheck();
        check.compare("", document, PolicyJson.write(valid));
        if (check.faults.isEmpty()) {
            check.relations(document);
        }
        if (check.faults.isEmpty()) {
            check.make(document);
        }
        return List.copyOf(check.faults);
    }

    private void compare(String path, JsonNode document, JsonNode model) {
        Set<String> known = new HashSet<>();
        model.fieldNames().forEachRemaining(known::add);
        document.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(join(path, name), "is not a known field");
            }
        });
        for (String name : new TreeSet<>(known)) {
            String field = join(path, name);
            JsonNode value = document.get(name);
            if (value == null || value.isNull()) {
                fault(field, "is missing");
            } else {
                compareValue(field, value, model.path(name));
            }
        }
    }

    private void compareValue(String field, JsonNode value, JsonNode model) {
        if (model.isObject()) {
            if (value.isObject()) {
                compare(field, value, model);
            } else {
                fault(field, "must be an object");
            }
        } else if (model.isArray()) {
            words(field, value);
        } else if (model.isNumber()) {
            number(field, value);
        } else if (model.isTextual()) {
            text(field, value);
        }
    }

    private void number(String field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            fault(field, "must be a whole number");
            return;
        }
        Range range = RANGES.get(field);
        if (range == null) {
            range = RANGES.get(field.substring(0, field.lastIndexOf('.') + 1) + "*");
        }
        if (range != null && (value.intValue() < range.min() || value.intValue() > range.max())) {
            fault(field, "must be from " + range.min() + " to " + range.max());
        }
    }

    private void text(String field, JsonNode value) {
        Set<String> allowed = WORDS.get(field);
        if (!value.isTextual()) {
            fault(field, "must be a text");
        } else if (allowed != null && !allowed.contains(value.textValue())) {
            fault(field, "must be one of " + String.join(", ", allowed));
        } else if (TIMES.contains(field) && time(value) == null) {
            fault(field, "must be a time such as 09:00");
        }
    }

    private void words(String field, JsonNode value) {
        Set<String> allowed = WORDS.get(field);
        if (!value.isArray()) {
            fault(field, "must be a list");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; allowed != null && i < value.size(); i++) {
            String word = value.get(i).isTextual() ? value.get(i).textValue() : "";
            if (!allowed.contains(word)) {
                fault(field + "[" + i + "]", "must be one of " + String.join(", ", allowed));
            } else if (!seen.add(word)) {
                fault(field + "[" + i + "]", "is there twice");
            }
            if (faults.size() > allowed.size()) {
                return;
            }
        }
    }

    /** What has to fit together; each value is all right by itself. */
    private void relations(JsonNode document) {
        int sum = 0;
        for (JsonNode weight : document.path("scoreWeights")) {
            sum += weight.intValue();
        }
        if (sum != RoutingPolicy.WHOLE) {
            fault("scoreWeights", "must add up to " + RoutingPolicy.WHOLE + " basis points; they add up to " + sum);
        }
        JsonNode competency = document.path("competency");
        if (competency.path("listed").intValue() > competency.path("certified").intValue()) {
            fault("competency.certified", "must not be less than listed");
        }
        JsonNode hours = document.path("businessHours");
        if (hours.path("days").isEmpty()) {
            fault("businessHours.days", "must have a day: a partner would never be open");
        }
        LocalTime opens = time(hours.path("opens"));
        LocalTime closes = time(hours.path("closes"));
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            fault("businessHours.closes", "must be after opens: a partner would never be open");
        }
        JsonNode sla = document.path("sla");
        if (sla.path("firstContactMinutesHot").intValue()
                > sla.path("firstContactMinutes").intValue()) {
            fault("sla.firstContactMinutes", "must not be less than firstContactMinutesHot");
        }
        later(sla, "nudgeDays", "warnDays");
        later(sla, "warnDays", "recallDays");
    }

    private void later(JsonNode sla, String first, String second) {
        if (sla.path(first).intValue() >= sla.path(second).intValue()) {
            fault("sla." + second, "must be more than " + first);
        }
    }

    /** The policy itself has the last word. */
    private void make(JsonNode document) {
        try {
            var _ = PolicyJson.read(0, document);
        } catch (IllegalArgumentException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String message = cause.getMessage();
            fault(
                    "",
                    message == null
                            ? "cannot be read"
                            : message.lines().findFirst().orElse(message));
        }
    }

    private static @Nullable LocalTime time(JsonNode value) {
        try {
            return LocalTime.parse(value.asText());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void fault(String field, String reason) {
        faults.add(new Fault(field, reason));
    }

    private static String join(String path, String name) {
        // A name that somebody made up is told back to them, but not a novel.
        String shown = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "…" : name;
        return path.isEmpty() ? shown : path + "." + shown;
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
