package org.ninetyten.leadrouting.lead;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets benchmarks run without routing beside them, or routing without anything else. */
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

    /** Routes whatever waits, as the worker does. */
    public void routeAll() {
        while (worker.work().isZero()) {
            // Each turn is a portion.
        }
    }
}
