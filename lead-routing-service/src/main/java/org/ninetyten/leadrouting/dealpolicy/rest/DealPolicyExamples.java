package org.ninetyten.leadrouting.dealpolicy.rest;

/** Requests and answers as they look, for the description of the API. */
final class DealPolicyExamples {

    private static final String FIGURES = """
             "protectionDays": 90, "extensionDays": 60, "conflictBusinessDays": 2,
             "businessDays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "timeZone": "Europe/Berlin",
             "ninetyTenMode": "WARN", "suggestionOrder": ["IMPLEMENTATION", "TRAINING", "SUPPORT"],
             "deadEndMonths": 12, "partnerOfRecordLapseDays": 30, "ratingLinkDays": 30, "ratingPriorCount": 5,
             "ratingPriorHundredths": 400, "contestDays": 14, "evidencePerSide": 20,""";

    static final String WRITE = "{\"validFrom\": \"2027-01-01T00:00:00Z\"," + FIGURES
            + " \"why\": \"Conflicts are decided by the Berlin desk.\"}";

    static final String POLICY = "{\"version\": 2, \"validFrom\": \"2027-01-01T00:00:00Z\"," + FIGURES
            + " \"createdBy\": \"admin\", \"why\": \"Conflicts are decided by the Berlin desk.\"}";

    static final String PAGE = "{\"items\": [" + POLICY + "]}";

    private DealPolicyExamples() {}
}
