package org.ninetyten.messaging.http;

import java.util.Locale;

/** The problems that any endpoint may answer with. */
public enum GeneralProblem implements ProblemType {
    VALIDATION_FAILED(400, "The request has fields that are not valid."),
    MALFORMED_REQUEST(400, "The request cannot be read."),
    UNAUTHENTICATED(401, "Sign in first."),
    FORBIDDEN(403, "Your role does not allow this."),
    NOT_FOUND(404, "There is no such thing, or it is not yours to see."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the media type that you accept."),
    ILLEGAL_STATE(409, "The present state does not allow this."),
    CONFLICT(409, "This collides with something that exists already."),
    IDEMPOTENCY_KEY_IN_USE(409, "A request with this idempotency key is still running."),
    STALE_VERSION(412, "The object has changed since you read it."),
    PAYLOAD_TOO_LARGE(413, "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "The request has a media type that is not taken here."),
    IDEMPOTENCY_KEY_REUSED(422, "This idempotency key was used for another request."),
    VERSION_REQUIRED(428, "Send the version that you read as If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests; try again later."),
    INTERNAL_ERROR(500, "Something went wrong on our side.");

    private final int status;
    private final String title;

    GeneralProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
