package org.ninetyten.leadrouting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents of routing policies for tests. */
public final class PolicyDocuments {

    private static final String DEFAULTS = """
            {"scoreWeights": {"competency": 3500, "distance": 2000, "responseRecord": 2000, "winRate": 1500,
               "headroom": 1000}, "scoreBand": 1500, "competency": {"listed": 5000, "certified": 7000, "depth": 3},
             "distanceHalfKm": 100, "responsePrior": {"samples": 5, "rate": 7000},
             "winPrior": {"samples": 10, "rate": 2500}, "recordDays": 180, "turns": "SHARE",
             "tierWeights": {"BUSINESS": 1, "CERTIFIED": 2, "GOLD": 3, "PLATINUM": 4},
             "penalty": {"decline": 500, "timeOut": 1000, "floor": 5000}, "creditClamp": 3,
             "opening": {"leads": 3, "share": 5000}, "loadWindowDays": 30, "shortlist": 25, "offersBeforeDesk": 3,
             "minutesToAnswer": {"TRIAL": 60, "FREE_ACCOUNT": 240, "ORDER": 15, "DEMO_REQUEST": 15,
               "HELP_REQUEST": 240, "EVENT": 240, "IMPORT": 240},
             "businessHours": {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "opens": "09:00",
               "closes": "18:00"}, "needsWithCredential": ["IMPLEMENTATION", "SUPPORT"],
             "sla": {"hotSources": ["ORDER", "DEMO_REQUEST"], "firstContactMinutesHot": 60,
               "firstContactMinutes": 240, "nudgeDays": 14, "warnDays": 21, "recallDays": 30}}""";

    private PolicyDocuments() {}

    public static ObjectNode defaults() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(DEFAULTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
