package org.ninetyten.leadrouting.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/**
 * Runs a simulation from where it was left: leads are read in portions and routed in memory, and from time to time all that
 * is known is written down. After a restart it goes on from there, with the partners as they are then.
 */
@ApplicationScoped
class RunSimulation {

    private static final Logger LOG = Logger.getLogger(RunSimulation.class);

    /** What fails so often without getting on will fail again. */
    private static final int MOST_ATTEMPTS = 5;

    private final Simulations simulations;
    private final PresentNetwork present;
    private final PastLeads pastLeads;
    private final LeadRoutingConfig config;
    private final Clock clock;

    RunSimulation(
            Simulations simulations,
            PresentNetwork present,
            PastLeads pastLeads,
            LeadRoutingConfig config,
            Clock clock) {
        this.simulations = simulations;
        this.present = present;
        this.pastLeads = pastLeads;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Runs it to its end, unless somebody cancels it meanwhile. The caller holds it.
     *
     * @param goOn asked after each portion; what is left when it says no is for later
     */
    void run(UUID id, BooleanSupplier goOn) {
        Optional<Integer> attempts = simulations.begin(id, clock.instant());
        if (attempts.isEmpty()) {
            return;
        }
        if (attempts.get() > MOST_ATTEMPTS) {
            LOG.errorf("Simulation %s failed %d times and is given up", id, MOST_ATTEMPTS);
            simulations.end(
                    id,
                    SimulationState.FAILED,
                    "It failed " + MOST_ATTEMPTS + " times at the same place; the reason is in the log of the service.",
                    clock.instant());
            return;
        }
        new Run(simulations.require(id)).toEnd(goOn);
    }

    /** One simulation in memory. */
    private final class Run {

        private final UUID id;
        private final Simulation.Leads of;
        private final RoutingPolicy policy;
        private final SimulatedNetwork network;
        private PastLeads.Position position = PastLeads.Position.BEGINNING;
        private long done;
        private long kept;

        private Run(Simulation simulation) {
            id = simulation.id();
            of = simulation.of();
            policy = simulation.policy();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            network = new SimulatedNetwork(policy, today, simulation.openDays(), present.read(policy, today));
            simulations.checkpoint(id).ifPresent(this::resume);
        }

        private void resume(Simulations.Checkpoint checkpoint) {
            network.resume(checkpoint.network());
            position = checkpoint.position();
            done = checkpoint.done();
            kept = done;
        }

        private void toEnd(BooleanSupplier goOn) {
            while (true) {
                List<PastLead> portion = pastLeads.after(of, position, config.simulationPortion());
                for (PastLead lead : portion) {
                    network.route(lead);
                }
                if (portion.size() < config.simulationPortion()) {
                    SimulationResult result = SimulationResult.of(network, policy);
                    simulations.finish(id, result, network.partners(), clock.instant());
                    return;
                }
                done += portion.size();
                position = PastLeads.Position.of(portion.getLast());
                if (!simulations.advance(id, done)) {
                    return;
                }
                boolean stops = !goOn.getAsBoolean();
                if (stops || done - kept >= config.simulationCheckpoint()) {
                    simulations.keep(id, new Simulations.Checkpoint(network.checkpoint(), position, done));
                    kept = done;
                }
                if (stops) {
                    return;
                }
            }
        }
    }
}
