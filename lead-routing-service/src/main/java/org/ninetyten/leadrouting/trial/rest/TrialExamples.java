package org.ninetyten.leadrouting.trial.rest;

/** Requests and answers as they look, for the description of the API. */
final class TrialExamples {

    static final String SIGN_UP = """
            {"externalId": "ACC-90210", "kind": "TRIAL", "product": "Portal Enterprise", "company": "Muster GmbH",
             "contact": {"name": "Erika Muster", "email": "erika@example.org"}, "country": "DE", "city": "Berlin",
             "language": "de", "consent": true, "signedUpAt": "2026-11-20T08:12:30Z"}""";

    static final String TRIAL = """
            {"externalId": "ACC-90210", "kind": "TRIAL", "product": "Portal Enterprise", "company": "Muster GmbH",
             "country": "DE", "city": "Berlin", "language": "de", "consent": true,
             "signedUpAt": "2026-11-20T08:12:30Z"}""";

    static final String SCORED = """
            {"externalId": "ACC-90210", "kind": "TRIAL", "product": "Portal Enterprise", "company": "Muster GmbH",
             "contact": {"name": "Erika Muster", "email": "erika@example.org"}, "country": "DE", "city": "Berlin",
             "language": "de", "consent": true, "signedUpAt": "2026-11-20T08:12:30Z",
             "decidedAt": "2026-11-23T09:00:00Z", "lastSignalAt": "2026-11-23T08:59:58Z",
             "score": {"points": 103.871120, "threshold": 100, "policyVersion": 1, "signals": [
               {"id": "s-1", "type": "INVITED_USERS", "value": 12, "occurredAt": "2026-11-23T08:59:58Z",
                "points": 40.000000}]},
             "leads": [{"leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "cause": "SCORE",
               "decidedAt": "2026-11-23T09:00:00Z",
               "score": {"points": 104.012003, "threshold": 100, "policyVersion": 1, "signals": [
                 {"id": "s-1", "type": "INVITED_USERS", "value": 12, "occurredAt": "2026-11-23T08:59:58Z",
                  "points": 40.000000}]}}]}""";

    static final String SIGNAL = """
            {"id": "s-1", "type": "INVITED_USERS", "value": 12, "occurredAt": "2026-11-23T08:59:58Z"}""";

    static final String SIGNALS = """
            {"signals": [
              {"trial": "ACC-90210", "id": "s-1", "type": "INVITED_USERS", "value": 12,
               "occurredAt": "2026-11-23T08:59:58Z"},
              {"trial": "ACC-00000", "id": "s-1", "type": "ACTIVE_DAYS", "value": 1,
               "occurredAt": "2026-11-23T08:59:58Z"}]}""";

    static final String SIGNAL_STORED = """
            {"index": 0, "outcome": "STORED"}""";

    static final String SIGNALS_STORED = """
            {"stored": 1, "known": 0, "refused": 1, "results": [
              {"index": 0, "outcome": "STORED"},
              {"index": 1, "outcome": "REFUSED", "field": "trial", "reason": "is not a trial that is known"}]}""";

    static final String WISH = """
            {"id": "R-17", "kind": "HELP", "message": "We want to import our old data.",
             "chosenPartnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001"}""";

    static final String WISH_LEAD = """
            {"leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "cause": "HELP",
             "message": "We want to import our old data.", "decidedAt": "2026-11-23T09:00:00Z"}""";

    static final String NEW_POLICY = """
            {"name": "Invitations count more", "validFrom": "2026-12-01T00:00:00Z",
             "why": "Teams that invite colleagues buy twice as often.",
             "rules": {"threshold": 100, "windowDays": 90, "retentionDays": 400, "clockToleranceSeconds": 300,
               "weights": {
                 "INVITED_USERS": {"points": 60, "saturatesAt": 10, "halfLifeDays": 30, "maxPoints": 80},
                 "ACTIVE_DAYS": {"points": 10, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 50}}}}""";

    static final String POLICY = """
            {"version": 2, "name": "Invitations count more", "validFrom": "2026-12-01T00:00:00Z", "valid": false,
             "createdBy": "admin", "why": "Teams that invite colleagues buy twice as often.",
             "createdAt": "2026-11-25T09:00:00Z",
             "rules": {"threshold": 100, "windowDays": 90, "retentionDays": 400, "clockToleranceSeconds": 300,
               "weights": {
                 "INVITED_USERS": {"points": 60, "saturatesAt": 10, "halfLifeDays": 30, "maxPoints": 80},
                 "ACTIVE_DAYS": {"points": 10, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 50}}}}""";

    static final String POLICY_PAGE = """
            {"items": [
              {"version": 1, "name": "First figures", "validFrom": "2020-01-01T00:00:00Z", "valid": true,
               "createdBy": "migration", "why": "The platform needs a first version.",
               "createdAt": "2020-01-01T00:00:00Z",
               "rules": {"threshold": 100, "windowDays": 90, "retentionDays": 400, "clockToleranceSeconds": 300,
                 "weights": {
                   "ACTIVE_DAYS": {"points": 10, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 50}}}}]}""";

    private TrialExamples() {}
}
