package org.ninetyten.leadrouting.registration.rest;

/** Answers as they look, for the description of the API. */
final class ProtectionExamples {

    static final String PROTECTION = """
            {"id": "0199f1d4-2a10-7c3e-9b41-5a0c6a8e8101", "registrationId": "0199f1d4-2a0f-7c3e-9b41-5a0c6a8e8001",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001",
             "product": "Portal Enterprise", "dealId": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001", "state": "LIVE",
             "grantedAt": "2026-11-23T10:00:00Z", "expiresAt": "2027-02-21T10:00:00Z", "policyVersion": 1,
             "version": 0}""";

    static final String PAGE = """
            {"items": [
              {"id": "0199f1d4-2a10-7c3e-9b41-5a0c6a8e8101", "registrationId": "0199f1d4-2a0f-7c3e-9b41-5a0c6a8e8001",
               "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
               "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001", "product": "Portal Enterprise", "state": "LIVE",
               "grantedAt": "2026-11-23T10:00:00Z", "expiresAt": "2027-02-21T10:00:00Z", "policyVersion": 1,
               "version": 0}]}""";

    static final String EXTEND = """
            {"activity": "Workshop with the customer's head of IT; the offer was sent on the next day.",
             "activeOn": "2027-02-10"}""";

    private ProtectionExamples() {}
}
