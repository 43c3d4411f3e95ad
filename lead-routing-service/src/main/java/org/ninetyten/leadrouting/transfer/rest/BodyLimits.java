package org.ninetyten.leadrouting.transfer.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/**
 * The server has one limit for bodies. It is set for files here, which are never held in memory; all other bodies keep the
 * small one.
 */
@ApplicationScoped
class BodyLimits {

    /** Right behind the server's own check, which leaves its limit in the request. */
    private static final int AFTER_THE_SERVERS_CHECK = -1;

    private static final String LIMIT = "io.quarkus.max-request-size";
    private static final List<String> FILES = List.of("/v1/lead-imports", "/v1/simulation-files");
    private static final String TOO_LARGE = """
            {"type": "https://ninetyten.org/problems/payload-too-large", "title": "The request is too large.",
             "status": 413, "code": "payload-too-large"}""";

    private final long limit;

    BodyLimits(LeadRoutingConfig config) {
        this.limit = config.bodyLimit();
    }

    void keep(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_CHECK).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (FILES.stream().anyMatch(request.normalizedPath()::startsWith)) {
            request.next();
        } else if (length(request) > limit) {
            request.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(TOO_LARGE);
        } else {
            request.put(LIMIT, limit);
            request.next();
        }
    }

    private static long length(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
