package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose worker has died takes signals and makes no leads of them: it must be started anew. */
@Liveness
@ApplicationScoped
class QualificationHealth implements HealthCheck {

    private final QualificationWorker worker;

    QualificationHealth(QualificationWorker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("trial qualification")
                .status(worker.isAlive())
                .build();
    }
}
