package org.ninetyten.leadrouting.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** Notes what came of offering the work that belongs to an ordered licence. */
@ApplicationScoped
public class FollowUpOrder {

    private final Orders orders;
    private final Clock clock;

    FollowUpOrder(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Ends the follow-up, once. */
    @Transactional
    public WebOrder end(UUID orderId, FollowUpOutcome outcome, @Nullable String note, String by) {
        WebOrder order = orders.lock(orderId);
        if (order.followUp() != FollowUp.OPEN) {
            throw ProblemException.illegalState(
                    "The follow-up of the order is " + order.followUp() + ", not OPEN.",
                    EnumSet.noneOf(FollowUp.class));
        }
        return orders.followedUp(orderId, outcome, note, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
