package org.ninetyten.leadrouting.lead;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Ends offers whose time is over. The time is in the row, so a restart forgets none. */
@ApplicationScoped
class ExpiryWorker {

    private final BackgroundLoop loop;

    ExpiryWorker(ExpireOffers expiry, LeadRoutingConfig config) {
        this.loop = new BackgroundLoop(
                "offer-expiry",
                () -> expiry.expireDue(config.batch()) == config.batch() ? Duration.ZERO : config.expiryPoll());
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    boolean isAlive() {
        return loop.isAlive();
    }
}
