package org.ninetyten.messaging.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Correlation;

/** The body of every refusal, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Why a request was refused (RFC 9457).")
public record Problem(
        @Schema(
                description = "Stable URI of the kind of problem.",
                examples = "https://ninetyten.org/problems/not-found")
        String type,

        @Schema(description = "The same sentence at every occurrence.")
        String title,

        @Schema(description = "The HTTP status.") int status,

        @Schema(description = "Stable short name of the kind of problem.", examples = "not-found")
        String code,

        @Schema(description = "What is wrong this time.") @Nullable
        String detail,

        @Schema(description = "The fields that are wrong, and why.") @Nullable
        List<FieldError> errors,

        @Schema(description = "The moves that the present state allows.") @Nullable
        List<String> allowed,

        @Schema(description = "Quote this when you ask for help.") @Nullable
        String correlationId) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://ninetyten.org/problems/";

    /** A field and what is wrong with it. */
    public record FieldError(String field, String reason) {}

    static Problem of(
            ProblemType type,
            @Nullable String detail,
            @Nullable List<FieldError> errors,
            @Nullable List<String> allowed) {
        return new Problem(
                TYPES + type.code(),
                type.title(),
                type.status(),
                type.code(),
                detail,
                errors,
                allowed,
                Correlation.current());
    }

    Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
