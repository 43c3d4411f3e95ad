package org.ninetyten.local.rest;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered: status, body, the tag that an update has to repeat, and whether it said so before. */
public record Answer(int status, JsonNode body, String etag, boolean replayed) {

    public String text(String field) {
        return body.required(field).asText();
    }

    public long number(String field) {
        return body.required(field).asLong();
    }

    /** The code of a problem (RFC 9457); empty when this is none. */
    public String code() {
        return body.path("code").asText();
    }

    String problem() {
        String detail = body.path("detail").asText();
        String fields = body.path("errors").isMissingNode() ? "" : " " + body.path("errors");
        return status + " " + code() + (detail.isEmpty() ? "" : ": " + detail) + fields;
    }
}
