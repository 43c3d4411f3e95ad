package org.ninetyten.messaging.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls per address, operation and minute in this instance. With n instances an address gets at most n
 * times the limit, which is enough against a form that is hammered and needs no shared store.
 */
@Provider
@RateLimited
class RateLimitFilter implements ContainerRequestFilter {

    private record Window(long minute, int calls) {}

    private static final int MOST_ADDRESSES = 100_000;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;
    private final RoutingContext routing;
    private final Optional<Integer> override;

    @Context
    @Nullable
    ResourceInfo resource;

    @Inject
    RateLimitFilter(
            Clock clock,
            RoutingContext routing,
            @ConfigProperty(name = "ninetyten.http.rate-limit.override") Optional<Integer> override) {
        this.clock = clock;
        this.routing = routing;
        this.override = override;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource == null ? null : resource.getResourceMethod();
        RateLimited limit = method == null ? null : method.getAnnotation(RateLimited.class);
        if (method == null || limit == null) {
            return;
        }
        long now = clock.instant().getEpochSecond();
        long minute = now / 60;
        if (windows.size() > MOST_ADDRESSES) {
            windows.values().removeIf(window -> window.minute() < minute);
        }
        String key = routing.request().remoteAddress().hostAddress() + " " + method.toGenericString();
        Window window = windows.merge(
                key,
                new Window(minute, 1),
                (old, first) -> old.minute() == minute ? new Window(minute, old.calls() + 1) : first);
        if (window.calls() > override.orElse(limit.perMinute())) {
            request.abortWith(Response.fromResponse(Problem.of(
                                    GeneralProblem.TOO_MANY_REQUESTS,
                                    "At most " + limit.perMinute() + " calls a minute.",
                                    null,
                                    null)
                            .toResponse())
                    .header(HttpHeaders.RETRY_AFTER, 60 - now % 60)
                    .build());
        }
    }
}
