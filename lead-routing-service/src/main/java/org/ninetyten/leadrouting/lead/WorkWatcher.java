package org.ninetyten.leadrouting.lead;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Looks at accepted leads when their time has come. */
@ApplicationScoped
class WorkWatcher {

    private final BackgroundLoop loop;

    WorkWatcher(WatchWork watch, LeadRoutingConfig config) {
        this.loop = new BackgroundLoop(
                "working-sla",
                () -> watch.lookAtDue(config.batch()) == config.batch() ? Duration.ZERO : config.workPoll());
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
