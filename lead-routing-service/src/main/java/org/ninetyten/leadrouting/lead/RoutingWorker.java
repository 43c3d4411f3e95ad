package org.ninetyten.leadrouting.lead;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Routes leads as soon as they are committed. What is left by an instance that died, another one finds by looking. */
@ApplicationScoped
public class RoutingWorker {

    private final TransactionSynchronizationRegistry transaction;
    private final BackgroundLoop loop;

    RoutingWorker(RouteLeads routing, LeadRoutingConfig config, TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        PartnerIndex index = new PartnerIndex();
        this.loop = new BackgroundLoop("routing", config.routingPoll(), () -> {
            routing.refresh(index);
            return routing.routeWaiting(index, config.batch()).isWorthAnotherLook();
        });
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
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    loop.wake();
                }
            }
        });
    }

    boolean isAlive() {
        return loop.isAlive();
    }
}
