package org.ninetyten.leadrouting.lead.rest;

/** Answers as they look, for the description of the API. */
final class LeadExamples {

    static final String LEAD = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "externalId": "WEB-4711", "status": "OFFERED",
             "source": "DEMO_REQUEST", "product": "Portal Enterprise", "company": "Muster GmbH",
             "contact": {"name": "Erika Muster", "email": "erika@example.org"}, "country": "DE", "city": "Berlin",
             "latitude": 52.52, "longitude": 13.405, "language": "de", "needs": ["IMPLEMENTATION", "TRAINING"],
             "sizeBand": "50-249", "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "offers": 1, "createdAt": "2026-11-23T09:00:00Z",
             "changedAt": "2026-11-23T09:00:01Z"}""";

    static final String LEAD_PAGE = """
            {"items": [
              {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "status": "OFFERED", "source": "DEMO_REQUEST",
               "product": "Portal Enterprise", "country": "DE", "city": "Berlin", "language": "de",
               "needs": ["IMPLEMENTATION", "TRAINING"], "sizeBand": "50-249",
               "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "createdAt": "2026-11-23T09:00:00Z"}],
             "next": "MDE5OWYxZDItN2ExMC03YzNlLTliNDEtNWEwYzZhOGUxMDAx"}""";

    static final String OFFER = """
            {"id": "0199f1d2-7b21-7c3e-9b41-5a0c6a8e4001", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "ordinal": 1, "status": "DECLINED",
             "decisionId": "0199f1d2-7b20-7c3e-9b41-5a0c6a8e5001", "policyVersion": 1,
             "offeredAt": "2026-11-23T09:00:01Z", "expiresAt": "2026-11-23T09:15:01Z",
             "answeredAt": "2026-11-23T09:04:10Z", "declineReason": "NO_CAPACITY"}""";

    static final String OFFER_PAGE = """
            {"items": [
              {"id": "0199f1d2-7b21-7c3e-9b41-5a0c6a8e4001", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
               "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "ordinal": 1, "status": "PENDING",
               "decisionId": "0199f1d2-7b20-7c3e-9b41-5a0c6a8e5001", "policyVersion": 1,
               "offeredAt": "2026-11-23T09:00:01Z", "expiresAt": "2026-11-23T09:15:01Z"}]}""";

    static final String CANDIDATES = """
            [{"similarityPermil": 868, "lead":
              {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1002", "status": "WORKING", "source": "TRIAL",
               "product": "Portal Enterprise", "company": "Muster AG", "country": "DE", "city": "Berlin", "needs": [],
               "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2002", "offers": 1,
               "createdAt": "2026-10-02T09:00:00Z", "changedAt": "2026-10-05T09:00:00Z"}}]""";

    static final String FEEDBACK = """
            {"leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "side": "PARTNER", "code": "WRONG_CONTACT",
             "note": "The number belongs to a school.", "givenAt": "2026-11-24T09:00:00Z",
             "changedAt": "2026-11-24T09:00:00Z"}""";

    static final String FEEDBACKS = """
            [{"leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "side": "PARTNER", "code": "WRONG_CONTACT",
              "givenAt": "2026-11-24T09:00:00Z", "changedAt": "2026-11-24T09:00:00Z"}]""";

    static final String HISTORY = """
            [{"to": "RECEIVED", "at": "2026-11-23T09:00:00Z"},
             {"from": "RECEIVED", "to": "REVIEW", "at": "2026-11-23T09:00:00Z", "who": "intake",
              "why": "SIMILAR_COMPANY"},
             {"from": "REVIEW", "to": "QUALIFIED", "at": "2026-11-23T09:20:00Z", "who": "desk-1",
              "why": "Another company."},
             {"from": "QUALIFIED", "to": "ROUTING", "at": "2026-11-23T09:20:00Z", "who": "desk-1",
              "why": "Another company."}]""";

    private LeadExamples() {}
}
