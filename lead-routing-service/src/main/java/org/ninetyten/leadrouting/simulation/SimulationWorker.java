package org.ninetyten.leadrouting.simulation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.ninetyten.leadrouting.database.AfterCommit;
import org.ninetyten.leadrouting.lead.BackgroundLoop;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Runs simulations behind the requests, one at a time in each instance. What an instance leaves, another one takes up. */
@ApplicationScoped
class SimulationWorker {

    private final Simulations simulations;
    private final RunSimulation runSimulation;
    private final AfterCommit afterCommit;
    private final LeadRoutingConfig config;
    private final BackgroundLoop loop;
    private volatile boolean stopping;

    SimulationWorker(
            Simulations simulations, RunSimulation runSimulation, AfterCommit afterCommit, LeadRoutingConfig config) {
        this.simulations = simulations;
        this.runSimulation = runSimulation;
        this.afterCommit = afterCommit;
        this.config = config;
        this.loop = new BackgroundLoop("simulations", this::work);
    }

    /** Runs all that nobody else is running. */
    private Duration work() {
        for (UUID id : simulations.toRun()) {
            if (stopping) {
                break;
            }
            var hold = simulations.hold(id);
            if (hold.isPresent()) {
                try (var _ = hold.get()) {
                    runSimulation.run(id, () -> !stopping);
                }
            }
        }
        return config.simulationPoll();
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        loop.stop();
    }

    void wakeAfterCommit() {
        afterCommit.run(loop::wake);
    }

    boolean isAlive() {
        return loop.isAlive();
    }
}
