package org.ninetyten.leadrouting.lead;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets benchmarks of intake run without routing beside them. */
@ApplicationScoped
public class RoutingAtRest {

    @Inject
    RoutingWorker worker;

    public void rest() {
        worker.stop();
    }

    public void resume() {
        worker.start(new StartupEvent());
    }
}
