package org.ninetyten.leadrouting.simulation.rest;

/** Requests and answers as they look, for the description of the API. */
final class SimulationExamples {

    static final String CSV = """
            createdAt,source,country,latitude,longitude,language,needs,partnerId
            2026-03-02T09:15:00Z,DEMO_REQUEST,KZ,43.25,76.95,ru,IMPLEMENTATION|TRAINING,0199f1d2-0001-7000-8000-000000000001
            2026-03-02T09:16:30Z,TRIAL,DE,,,de,,
            """;

    static final String FILE = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7001", "ready": true, "leads": 8800, "rejected": 2,
             "firstAt": "2026-03-02T09:15:00Z", "lastAt": "2026-09-30T17:40:00Z", "compares": true,
             "createdAt": "2026-11-23T09:00:00Z"}""";

    static final String REJECTION = """
            {"line": 17, "field": "country", "reason": "must be an ISO 3166-1 country code such as KZ"}
            """;

    static final String REJECTION_CSV = """
            line,field,reason
            17,country,must be an ISO 3166-1 country code such as KZ
            """;

    static final String REQUEST = """
            {"from": "2026-01-01T00:00:00Z", "to": "2026-07-01T00:00:00Z", "policyVersion": 2, "openDays": 30}""";

    static final String WAITING = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7101", "state": "WAITING", "from": "2026-01-01T00:00:00Z",
             "to": "2026-07-01T00:00:00Z", "policyVersion": 2, "document": {"turns": "LEAST_LOADED"}, "openDays": 30,
             "leads": 412000, "done": 0, "createdBy": "sales-desk", "createdAt": "2026-11-23T09:00:00Z"}""";

    static final String CANCELLED = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7101", "state": "CANCELLED", "from": "2026-01-01T00:00:00Z",
             "to": "2026-07-01T00:00:00Z", "policyVersion": 2, "document": {"turns": "LEAST_LOADED"}, "openDays": 30,
             "leads": 412000, "done": 15000, "createdBy": "sales-desk", "createdAt": "2026-11-23T09:00:00Z",
             "startedAt": "2026-11-23T09:00:01Z", "endedAt": "2026-11-23T09:00:03Z"}""";

    static final String PAGE = """
            {"items": [
              {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7101", "state": "RUNNING", "from": "2026-01-01T00:00:00Z",
               "to": "2026-07-01T00:00:00Z", "policyVersion": 2, "openDays": 30, "leads": 412000, "done": 215000,
               "createdBy": "sales-desk", "createdAt": "2026-11-23T09:00:00Z",
               "startedAt": "2026-11-23T09:00:01Z"}]}""";

    static final String FINISHED = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7101", "state": "FINISHED", "from": "2026-01-01T00:00:00Z",
             "to": "2026-07-01T00:00:00Z", "policyVersion": 2, "document": {"turns": "LEAST_LOADED"}, "openDays": 30,
             "leads": 100, "done": 100, "createdBy": "sales-desk", "createdAt": "2026-11-23T09:00:00Z",
             "startedAt": "2026-11-23T09:00:01Z", "endedAt": "2026-11-23T09:00:02Z",
             "result": {"leads": 100, "steps": {"PARTNER_OF_RECORD": 8, "OPENING": 2, "TURN": 87, "NOBODY": 3},
              "tiers": [{"name": "BUSINESS", "partners": 30, "leads": 52, "happened": 58},
                        {"name": "GOLD", "partners": 9, "leads": 45, "happened": 39}],
              "regions": [{"name": "CIS", "partners": 39, "leads": 97, "happened": 97}],
              "distance": {"known": 90, "unknown": 7, "meanKm": 41, "medianKm": 18, "ninetiethKm": 120,
                "bands": [{"fromKm": 0, "belowKm": 25, "leads": 55}, {"fromKm": 25, "belowKm": 50, "leads": 35}]},
              "load": {"active": 36, "without": 4, "most": 7, "median": 3},
              "fairness": {"partners": 36, "maxError": 0.911, "p999Error": 0.911, "jainByWeight": 0.9412,
                "jainByEarned": 0.9903},
              "unroutable": {"leads": 3, "reasons": {"LANGUAGE": 2, "AT_CAPACITY": 1},
                "countries": [{"country": "KZ", "leads": 3}]},
              "comparison": {"leads": 100, "same": 61, "elsewhere": 36, "found": 0, "lost": 0, "stillNobody": 3,
                "goneSince": 1}}}""";

    static final String SHARE = """
            {"partnerId": "0199f1d2-0001-7000-8000-000000000001", "legalName": "Muster GmbH", "tier": "GOLD", "region": "EU",
             "country": "DE", "leads": 7, "happened": 5, "difference": 2, "inTurn": 7, "earned": 6.412, "error": 0.588}
            """;

    static final String SHARE_CSV = """
            partnerId,legalName,tier,region,country,leads,happened,difference,inTurn,earned,error
            0199f1d2-0001-7000-8000-000000000001,Muster GmbH,GOLD,EU,DE,7,5,2,7,6.412,0.588
            """;

    private SimulationExamples() {}
}
