package org.ninetyten.leadrouting.policy.rest;

/** Requests and answers as they look, for the description of the API. */
final class PolicyExamples {

    static final String REQUEST = """
            {"name": "Fewest leads first", "validFrom": "2027-01-01T00:00:00Z",
             "why": "Asked for by the partner council.",
             "document": {"scoreWeights": {"competency": 3500, "distance": 2000, "responseRecord": 2000,
               "winRate": 1500, "headroom": 1000}, "scoreBand": 1500, "turns": "LEAST_LOADED", "shortlist": 25}}""";

    static final String DRAFT = """
            {"document": {"scoreWeights": {"competency": 4000, "distance": 2000, "responseRecord": 2000,
               "winRate": 1500, "headroom": 1000}, "scoreBand": 1500, "turns": "LEAST_LOADED", "shortlist": 25}}""";

    static final String VERSION = """
            {"version": 1, "name": "Defaults", "state": "VALID", "validFrom": "2020-01-01T00:00:00Z",
             "why": "The figures that the platform comes with.", "createdBy": "migration",
             "createdAt": "2020-01-01T00:00:00Z", "document": {
             "scoreWeights": {"competency": 3500, "distance": 2000, "responseRecord": 2000, "winRate": 1500,
               "headroom": 1000}, "scoreBand": 1500, "competency": {"listed": 5000, "certified": 7000, "depth": 3},
             "distanceHalfKm": 100, "responsePrior": {"samples": 5, "rate": 7000},
             "winPrior": {"samples": 10, "rate": 2500}, "recordDays": 180, "turns": "SHARE",
             "tierWeights": {"BUSINESS": 1, "CERTIFIED": 2, "GOLD": 3, "PLATINUM": 4},
             "penalty": {"decline": 500, "timeOut": 1000, "floor": 5000}, "creditClamp": 3,
             "opening": {"leads": 3, "share": 5000}, "loadWindowDays": 30, "shortlist": 25, "offersBeforeDesk": 3,
             "minutesToAnswer": {"TRIAL": 60, "FREE_ACCOUNT": 240, "ORDER": 15, "DEMO_REQUEST": 15,
               "HELP_REQUEST": 240, "EVENT": 240, "IMPORT": 240},
             "businessHours": {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "opens": "09:00",
               "closes": "18:00"}, "needsWithCredential": ["IMPLEMENTATION", "INTEGRATION"],
             "sla": {"hotSources": ["ORDER", "DEMO_REQUEST"], "firstContactMinutesHot": 60,
               "firstContactMinutes": 240, "nudgeDays": 14, "warnDays": 21, "recallDays": 30}}}""";

    static final String PAGE = """
            {"items": [
              {"version": 2, "name": "Fewest leads first", "state": "FUTURE", "validFrom": "2027-01-01T00:00:00Z",
               "why": "Asked for by the partner council.", "createdBy": "desk",
               "createdAt": "2026-11-25T10:00:00Z"}]}""";

    static final String DIFF = """
            {"version": 2, "against": 1, "changes": [
              {"field": "scoreWeights.distance", "before": 2000, "after": 2500},
              {"field": "turns", "before": "SHARE", "after": "LEAST_LOADED"}]}""";

    static final String CHECK = """
            {"valid": false, "errors": [{"field": "scoreWeights",
               "reason": "must add up to 10000 basis points; they add up to 10500"}], "warnings": []}""";

    static final String WITHDRAW = """
            {"why": "The simulation showed longer ways."}""";

    private PolicyExamples() {}
}
