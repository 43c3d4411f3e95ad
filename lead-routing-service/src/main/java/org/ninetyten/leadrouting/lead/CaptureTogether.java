package org.ninetyten.leadrouting.lead;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.CaptureLead.Arrival;
import org.ninetyten.leadrouting.lead.CaptureLead.Captured;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.Correlation;

/**
 * Lets leads that arrive at the same moment share a transaction, since round trips and the commit cost the same for one as
 * for fifty. A lead that meets nobody is taken in at once and alone; while all lanes are busy the next ones gather, and so
 * more of them share the busier it is. There is no timer and no thread of its own: of those that wait, the first one to
 * find a lane free works for all. Nobody gets an answer before the commit, and the failure of one is not that of the others.
 *
 * <p>Not to be called in a transaction: the others would be answered before it ends.
 */
@ApplicationScoped
public class CaptureTogether {

    private final CaptureLead captureLead;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore lanes;
    private final int most;

    CaptureTogether(CaptureLead captureLead, LeadRoutingConfig config) {
        this.captureLead = captureLead;
        this.lanes = new Semaphore(config.captureLanes());
        this.most = config.captureBatch();
    }

    /** Takes the lead in. */
    public Captured capture(NewLead about) {
        Waiting mine = new Waiting(new Arrival(captureLead.prepare(about), Correlation.current()));
        queue.add(mine);
        boolean interrupted = false;
        while (!mine.isSettled()) {
            if (lanes.tryAcquire()) {
                try {
                    workForAll();
                } finally {
                    lanes.release();
                    wakeNext();
                }
            } else {
                LockSupport.park(this);
                // The lead is taken in by somebody else; what happened to it has to be known.
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Captured captured = mine.captured;
        // Alone, whatever is wrong with this lead or with another one of the portion hits the right one.
        return captured == null ? captureLead.capture(about) : captured;
    }

    /** Looked at after the lane was given back: who came before this sees the lead, who comes later finds the lane free. */
    private void wakeNext() {
        Waiting next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private void workForAll() {
        List<Waiting> portion = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = portion.size() < most ? queue.poll() : null) {
            portion.add(next);
        }
        List<Captured> captured = List.of();
        try {
            if (!portion.isEmpty()) {
                captured = capture(portion.stream().map(Waiting::arrival).toList());
            }
        } catch (RuntimeException e) {
            // Everybody tries alone, and the one at fault fails there with this very exception.
            captured = List.of();
        } finally {
            for (int i = 0; i < portion.size(); i++) {
                portion.get(i).settle(captured.isEmpty() ? null : captured.get(i));
            }
        }
    }

    private List<Captured> capture(List<Arrival> arrivals) {
        if (arrivals.size() == 1) {
            return captureLead.captureArrivals(arrivals);
        }
        // A transaction of several requests is no part of the trace of one.
        try (Scope _ = Context.root().makeCurrent()) {
            return captureLead.captureArrivals(arrivals);
        }
    }

    /** A request that waits for its lead to be taken in. */
    private static final class Waiting {

        private final Thread thread = Thread.currentThread();
        private final Arrival arrival;
        private @Nullable Captured captured;
        private volatile boolean settled;

        private Waiting(Arrival arrival) {
            this.arrival = Objects.requireNonNull(arrival);
        }

        private Arrival arrival() {
            return arrival;
        }

        private boolean isSettled() {
            return settled;
        }

        private void settle(@Nullable Captured answer) {
            captured = answer;
            settled = true;
            LockSupport.unpark(thread);
        }
    }
}
