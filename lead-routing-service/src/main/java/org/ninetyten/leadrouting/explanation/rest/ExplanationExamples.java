package org.ninetyten.leadrouting.explanation.rest;

/** Answers as they look, for the description of the API. */
final class ExplanationExamples {

    static final String DECISIONS = """
            [{"id": "0199f1d2-7b20-7c3e-9b41-5a0c6a8e5001", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
              "policyVersion": 1, "decidedAt": "2026-11-23T09:00:01Z", "step": "TURN",
              "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
              "sentences": ["2 of 44 partners with the right to sell there could serve the lead.",
                            "It was the turn of Muster GmbH by credit 0.57.",
                            "Its score is 70.1%, and it is 3 km from the customer.",
                            "Kept out: 40 (service), 2 (no live credential)."],
              "failed": {"SERVICE": 40, "CREDENTIAL": 2}, "sellers": 44,
              "candidates": [
                {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "chosen": true, "kilometres": 3, "weight": 4.0000,
                 "score": {"competency": 7000, "distance": 9708, "responseRecord": 8200, "winRate": 2500,
                           "headroom": 6000, "total": 7006}, "inBand": true, "load": 6,
                 "creditBefore": 0.571429, "creditAfter": 0.142858, "waitingSince": "2026-11-20T15:10:00Z"},
                {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3002", "chosen": false, "kilometres": 5, "weight": 2.8500,
                 "score": {"competency": 7000, "distance": 9523, "responseRecord": 7000, "winRate": 2500,
                           "headroom": 10000, "total": 7129}, "inBand": true, "load": 0,
                 "creditBefore": -0.571429, "creditAfter": -0.142858}]}]""";

    static final String PARTS = """
            [{"decisionId": "0199f1d2-7b20-7c3e-9b41-5a0c6a8e5001", "policyVersion": 1,
              "decidedAt": "2026-11-23T09:00:01Z", "outcome": "IN_LINE", "place": 2, "byProfileOfToday": false,
              "sentences": ["You could serve this lead and were number 2 in line.",
                            "Your score is 71.3%, your credit -0.57, and you are 5 km from the customer."],
              "candidate":
                {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3002", "chosen": false, "kilometres": 5, "weight": 2.8500,
                 "score": {"competency": 7000, "distance": 9523, "responseRecord": 7000, "winRate": 2500,
                           "headroom": 10000, "total": 7129}, "inBand": true, "load": 0,
                 "creditBefore": -0.571429, "creditAfter": -0.142858}}]""";

    static final String REPLAY = """
            {"decisionId": "0199f1d2-7b20-7c3e-9b41-5a0c6a8e5001", "policyVersion": 1, "same": true, "step": "TURN",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "sellers": 44, "differences": []}""";

    private ExplanationExamples() {}
}
