package org.ninetyten.leadrouting.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.ninetyten.messaging.http.ProblemException;

/** Ends a simulation before its end. */
@ApplicationScoped
public class CancelSimulation {

    private final Simulations simulations;
    private final Clock clock;

    CancelSimulation(Simulations simulations, Clock clock) {
        this.simulations = simulations;
        this.clock = clock;
    }

    /**
     * Cancels it; whoever runs it sees that after the portion at hand.
     *
     * @throws ProblemException 409 when it has ended
     */
    @Transactional
    public Simulation cancel(UUID id) {
        Simulation before = simulations.require(id);
        if (!simulations.end(id, SimulationState.CANCELLED, null, clock.instant())) {
            SimulationState state = simulations.require(id).state();
            throw ProblemException.illegalState("Simulation " + before.id() + " is " + state + ".", state.next());
        }
        return simulations.require(id);
    }
}
