package org.ninetyten.leadrouting.registration.rest;

/** Requests and answers as they look, for the description of the API. */
final class RegistrationExamples {

    static final String REGISTER = """
            {"product": "Portal Enterprise", "currency": "EUR", "company": "Example Works GmbH", "country": "DE",
             "city": "Berlin", "companyWebsite": "works.example", "taxId": "DE 123 456 789",
             "contactEmail": "ann@works.example", "note": "We have maintained their network since 2021.",
             "evidence": {"what": "Letter of intent of 12 November.", "links": [], "attachments": [
               {"name": "letter.pdf",
                "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}}""";

    static final String GRANTED = """
            {"id": "0199f1d4-2a0f-7c3e-9b41-5a0c6a8e8001", "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
             "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001", "product": "Portal Enterprise", "currency": "EUR",
             "company": "Example Works GmbH", "country": "DE", "city": "Berlin", "state": "GRANTED",
             "protectionId": "0199f1d4-2a10-7c3e-9b41-5a0c6a8e8101",
             "dealId": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001", "registeredAt": "2026-11-23T10:00:00Z",
             "decidedAt": "2026-11-23T10:00:00Z", "policyVersion": 1, "version": 0}""";

    static final String PAGE = "{\"items\": [" + GRANTED + "]}";

    static final String EVIDENCE = """
            {"what": "Minutes of the meeting with the managing director.",
             "links": ["https://files.example/minutes"], "attachments": []}""";

    static final String CASE = """
            {"id": "0199f1d5-3100-7c3e-9b41-5a0c6a8e8201", "registrationId": "0199f1d4-2a0f-7c3e-9b41-5a0c6a8e8001",
             "cause": "CONTESTED", "side": "CLAIMANT", "state": "OPEN", "openedAt": "2026-11-23T10:00:00Z",
             "dueAt": "2026-11-26T00:00:00Z", "evidence": [
               {"id": "0199f1d5-3101-7c3e-9b41-5a0c6a8e8301", "side": "CLAIMANT",
                "what": "Minutes of the meeting with the managing director.",
                "links": ["https://files.example/minutes"], "attachments": [], "addedAt": "2026-11-23T10:00:00Z"}],
             "version": 0}""";

    static final String CASES = """
            {"items": [
              {"id": "0199f1d5-3100-7c3e-9b41-5a0c6a8e8201",
               "registrationId": "0199f1d4-2a0f-7c3e-9b41-5a0c6a8e8001", "cause": "CONTESTED", "side": "CLAIMANT",
               "state": "OPEN", "openedAt": "2026-11-23T10:00:00Z", "dueAt": "2026-11-26T00:00:00Z", "version": 0}]}""";

    static final String DECIDE = """
            {"winner": "CLAIMANT", "reason": "FIRST_WITH_CUSTOMER",
             "why": "The letter of intent is older than the other side's first call."}""";

    private RegistrationExamples() {}
}
