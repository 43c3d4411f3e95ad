package org.ninetyten.leadrouting.simulation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Deletes simulations that ended long ago, and files that none is left of. */
@ApplicationScoped
class ForgetSimulations {

    private final Simulations simulations;
    private final SimulationFiles files;
    private final LeadRoutingConfig config;
    private final Clock clock;

    ForgetSimulations(Simulations simulations, SimulationFiles files, LeadRoutingConfig config, Clock clock) {
        this.simulations = simulations;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "20m",
            identity = "forget-simulations",
            concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Instant before = clock.instant().minus(config.simulationKept());
        simulations.forgetEndedBefore(before);
        files.forgetUnusedBefore(before);
    }
}
