package org.ninetyten.leadrouting.rating.rest;

/** Requests and answers as they look, for the description of the API. */
final class RatingExamples {

    static final String RATE = """
            {"leadScore": 4, "workScore": 5, "text": "On time, and they explained everything."}""";

    static final String RATE_BY_LINK = """
            {"link": "AZnx0woQfD6bQVoMao5gAQAAAABpTmkQ2mT6Yc0S1mBq2d3oV1m5oW2w3bF4mB1q8kq0bXo0s1A", "leadScore": 4,
             "workScore": 5, "text": "On time, and they explained everything."}""";

    static final String RATING = """
            {"id": "0199f1d8-2000-7c3e-9b41-5a0c6a8e8601", "dealId": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001",
             "side": "CUSTOMER", "leadScore": 4, "workScore": 5, "text": "On time, and they explained everything.",
             "ratedAt": "2026-12-14T10:00:00Z"}""";

    static final String RATINGS = "{\"ratings\": [" + RATING + "]}";

    static final String LINK = """
            {"link": "AZnx0woQfD6bQVoMao5gAQAAAABpTmkQ2mT6Yc0S1mBq2d3oV1m5oW2w3bF4mB1q8kq0bXo0s1A",
             "expiresAt": "2026-12-23T10:00:00Z"}""";

    static final String MEAN = """
            {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "ratings": 3, "meanHundredths": 467,
             "shrunkHundredths": 425}""";

    private RatingExamples() {}
}
