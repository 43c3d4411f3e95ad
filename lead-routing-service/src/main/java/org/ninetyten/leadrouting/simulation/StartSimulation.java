package org.ninetyten.leadrouting.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.policy.CheckRoutingPolicy;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.http.ProblemException;

/** Puts a simulation in line. Everything that would keep it from running is refused here. */
@ApplicationScoped
public class StartSimulation {

    private final Simulations simulations;
    private final SimulationFiles files;
    private final PastLeads pastLeads;
    private final Policies policies;
    private final CheckRoutingPolicy checkPolicy;
    private final SimulationWorker worker;
    private final LeadRoutingConfig config;
    private final Clock clock;

    StartSimulation(
            Simulations simulations,
            SimulationFiles files,
            PastLeads pastLeads,
            Policies policies,
            CheckRoutingPolicy checkPolicy,
            SimulationWorker worker,
            LeadRoutingConfig config,
            Clock clock) {
        this.simulations = simulations;
        this.files = files;
        this.pastLeads = pastLeads;
        this.policies = policies;
        this.checkPolicy = checkPolicy;
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Puts it in line.
     *
     * @param of the leads to route; there must be one
     * @param policyVersion the version to route by, or nothing for the document
     * @param document a draft, or nothing for the version
     * @throws ProblemException 400 with each field that is wrong
     */
    @Transactional
    public Simulation start(
            Simulation.Leads of,
            @Nullable Integer policyVersion,
            @Nullable JsonNode document,
            int openDays,
            String by) {
        RoutingPolicy policy = policy(policyVersion, document);
        check(of);
        long leads = pastLeads.count(of);
        if (leads == 0) {
            throw of instanceof Simulation.Leads.OfPeriod
                    ? ProblemException.invalid("from", "begins a period in which no lead came to routing")
                    : ProblemException.invalid("fileId", "is a file without leads");
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        simulations.add(new Simulation(
                id, SimulationState.WAITING, of, policy, openDays, leads, 0, null, null, by, now, null, null));
        worker.wakeAfterCommit();
        return simulations.require(id);
    }

    private RoutingPolicy policy(@Nullable Integer version, @Nullable JsonNode document) {
        if ((version == null) == (document == null)) {
            throw ProblemException.invalid("policyVersion", "or a document must be given, and not both");
        }
        return version == null
                ? checkPolicy.mustPass(document)
                : policies.version(version)
                        .orElseThrow(() -> ProblemException.invalid(
                                "policyVersion", "is not the number of a version of the routing policy"));
    }

    private void check(Simulation.Leads of) {
        switch (of) {
            case Simulation.Leads.OfPeriod period -> {
                if (!period.from().isBefore(period.to())) {
                    throw ProblemException.invalid("to", "must be after from");
                }
                Duration longest = config.simulationLongestPeriod();
                if (Duration.between(period.from(), period.to()).compareTo(longest) > 0) {
                    throw ProblemException.invalid(
                            "to", "must be no more than " + longest.toDays() + " days after from");
                }
            }
            case Simulation.Leads.OfFile file -> {
                if (!files.isReady(file.fileId())) {
                    throw ProblemException.invalid("fileId", "is not a file that has arrived whole");
                }
            }
        }
    }
}
