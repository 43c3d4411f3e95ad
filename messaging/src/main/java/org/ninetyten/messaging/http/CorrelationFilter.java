package org.ninetyten.messaging.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.ninetyten.messaging.Correlation;

/** Gives every request a correlation id, the caller's own if it is a decent one, and returns it. */
public class CorrelationFilter {

    private static final String HEADER = "X-Correlation-Id";

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        Correlation.begin(request.getHeaderString(HEADER));
    }

    @ServerResponseFilter
    public void end(ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, Correlation.current());
        Correlation.end();
    }
}
