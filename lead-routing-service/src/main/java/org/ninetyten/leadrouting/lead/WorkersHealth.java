package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose workers have died answers requests and does nothing with them: it must be started anew. */
@Liveness
@ApplicationScoped
class WorkersHealth implements HealthCheck {

    private final RoutingWorker routing;
    private final ExpiryWorker expiry;
    private final WorkWatcher work;

    WorkersHealth(RoutingWorker routing, ExpiryWorker expiry, WorkWatcher work) {
        this.routing = routing;
        this.expiry = expiry;
        this.work = work;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("lead workers")
                .status(routing.isAlive() && expiry.isAlive() && work.isAlive())
                .build();
    }
}
