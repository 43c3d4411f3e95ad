package org.ninetyten.leadrouting.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose worker has died takes simulations and never runs them: it must be started anew. */
@Liveness
@ApplicationScoped
class SimulationHealth implements HealthCheck {

    private final SimulationWorker worker;

    SimulationHealth(SimulationWorker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("simulations").status(worker.isAlive()).build();
    }
}
