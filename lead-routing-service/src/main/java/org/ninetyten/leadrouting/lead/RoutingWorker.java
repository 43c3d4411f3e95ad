package org.ninetyten.leadrouting.lead;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.database.AfterCommit;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Routes leads as soon as they are committed. What is left by an instance that died, another one finds by looking. */
@ApplicationScoped
public class RoutingWorker {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private final AfterCommit afterCommit;
    private final RouteLeads routing;
    private final LeadRoutingConfig config;
    private final PartnerIndex index = new PartnerIndex();
    private final Set<UUID> notNow = new HashSet<>();
    private final BackgroundLoop loop;
    private Duration pause = SHORTEST_PAUSE;

    RoutingWorker(RouteLeads routing, LeadRoutingConfig config, AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
        this.routing = routing;
        this.config = config;
        this.loop = new BackgroundLoop("routing", this::work);
    }

    /**
     * Routes one portion and says how long to rest. Leads that cannot be decided at this moment let the others pass, and
     * are tried again after a pause that grows: whoever holds their partner may take its time.
     */
    Duration work() {
        routing.refresh(index);
        RouteLeads.Outcome outcome = routing.routeWaiting(index, notNow, config.batch());
        if (outcome.routed() > 0) {
            notNow.clear();
            pause = SHORTEST_PAUSE;
            return Duration.ZERO;
        }
        if (!outcome.postponed().isEmpty()) {
            notNow.addAll(outcome.postponed());
            return Duration.ZERO;
        }
        if (notNow.isEmpty()) {
            return config.routingPoll();
        }
        notNow.clear();
        Duration rest = pause;
        pause = min(rest.multipliedBy(2), config.routingPoll());
        return rest;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** Starts routing when the current transaction has committed: before that there is nothing to see. */
    void wakeAfterCommit() {
        afterCommit.run(loop::wake);
    }

    boolean isAlive() {
        return loop.isAlive();
    }
}
