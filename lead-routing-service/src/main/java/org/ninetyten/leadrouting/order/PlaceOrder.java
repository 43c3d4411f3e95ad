package org.ninetyten.leadrouting.order;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ninetyten.leadrouting.deal.CheckEstimate;
import org.ninetyten.leadrouting.deal.WriteEstimate;
import org.ninetyten.leadrouting.lead.CaptureLead;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Takes an order in: it makes a lead, which goes to the partner that the customer chose, or is routed. */
@ApplicationScoped
public class PlaceOrder {

    private final Orders orders;
    private final CaptureLead captureLead;
    private final CheckEstimate checkEstimate;
    private final Clock clock;

    PlaceOrder(Orders orders, CaptureLead captureLead, CheckEstimate checkEstimate, Clock clock) {
        this.orders = orders;
        this.captureLead = captureLead;
        this.checkEstimate = checkEstimate;
        this.clock = clock;
    }

    /** The order, and whether it is a new one. */
    public record Placed(WebOrder order, boolean isNew) {}

    /** The id under which the lead of an order is known. */
    public static String leadOf(String externalId) {
        return "order:" + externalId;
    }

    /**
     * Places an order, once for each of the website's ids: the lock on the lead's id lets the second of two at once find
     * what the first one wrote.
     *
     * @param about the lead, whose external id is {@link #leadOf} the order's
     */
    @Transactional
    public Placed place(String externalId, String currency, List<WriteEstimate.Line> lines, NewLead about) {
        // Amounts that cannot be counted are refused now, and not when a partner accepts.
        checkEstimate.check(lines);
        CaptureLead.Captured captured = captureLead.capture(about);
        if (!captured.isNew()) {
            return new Placed(known(externalId, currency, lines), false);
        }
        Lead lead = captured.lead();
        boolean licenceOnly = lines.stream().allMatch(line -> line.incomePoint() == IncomePoint.LICENCE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        WebOrder order = new WebOrder(
                UuidCreator.getTimeOrderedEpoch(),
                externalId,
                lead.id(),
                lead.customerId(),
                lead.product(),
                currency,
                lines,
                licenceOnly,
                null,
                null,
                now,
                licenceOnly ? FollowUp.OPEN : FollowUp.NONE,
                null,
                null,
                null,
                null,
                0);
        orders.add(order);
        return new Placed(order, true);
    }

    private WebOrder known(String externalId, String currency, List<WriteEstimate.Line> lines) {
        Optional<WebOrder> known = orders.byExternalId(externalId);
        if (known.isEmpty()) {
            throw new ProblemException(
                    GeneralProblem.CONFLICT, "A lead that is no order has the id " + leadOf(externalId) + ".");
        }
        WebOrder order = known.get();
        if (!order.lines().equals(lines) || !order.currency().equals(currency)) {
            throw new ProblemException(
                    GeneralProblem.CONFLICT, "The order was placed before, with other lines or another currency.");
        }
        return order;
    }
}
