package org.ninetyten.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.home.Waiting;
import org.ninetyten.local.rest.Answer;
import org.ninetyten.local.rest.Api;

/**
 * Brings one opportunity to where the file says it ended. Each step first looks at what is there, so a replay that
 * was broken off, or whose service was killed between effect and answer, goes on where it stopped.
 */
final class OpportunityReplay {

    private static final Set<String> TAKEN = Set.of("ACCEPTED", "CONTACTED", "WORKING", "WON", "LOST", "NURTURE");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int TRIES = 10;

    private final Api.Caller desk;
    private final LongAdder newLeads = new LongAdder();
    private final LongAdder newDeals = new LongAdder();
    private final LongAdder newlyClosed = new LongAdder();

    OpportunityReplay(Api api) {
        this.desk = api.as("sales-desk");
    }

    long newLeads() {
        return newLeads.sum();
    }

    long newDeals() {
        return newDeals.sum();
    }

    long newlyClosed() {
        return newlyClosed.sum();
    }

    void replay(Opportunity opportunity, @Nullable Account account) {
        String leadId = capture(opportunity, account);
        if (account == null || opportunity.stage() == Opportunity.Stage.PROSPECTING) {
            return;
        }
        accept(opportunity, leadId);
        Answer deal = open(opportunity, leadId);
        if (opportunity.stage() != Opportunity.Stage.ENGAGING) {
            close(opportunity, deal);
        }
    }

    private String capture(Opportunity opportunity, @Nullable Account account) {
        ObjectNode lead = Api.object()
                .put("externalId", opportunity.id())
                .put("source", "IMPORT")
                .put("product", opportunity.product())
                .put("consent", false);
        lead.putArray("needs").add("LICENCE");
        if (account != null) {
            lead.put("company", account.name())
                    .put("country", account.country())
                    .put("customerExternalId", account.customerExternalId());
        }
        Answer answer = desk.post(Services.LEAD_ROUTING, "/v1/leads", lead, key(opportunity, "lead"));
        if (answer.status() == 201 && !answer.replayed()) {
            newLeads.increment();
        }
        return answer.text("id");
    }

    /** Routing runs on its own: the offer is there a moment later. */
    private void accept(Opportunity opportunity, String leadId) {
        boolean taken = Waiting.until(
                () -> {
                    Optional<String> offer = pendingOffer(leadId);
                    if (offer.isPresent()) {
                        Answer answer = desk.tryPost(
                                Services.LEAD_ROUTING,
                                "/v1/offers/" + offer.get() + "/accept",
                                Api.object(),
                                key(opportunity, "accept"));
                        // Refused means that somebody, perhaps an earlier try of ours, was first: look again.
                        return answer.status() == 200;
                    }
                    String status = desk.get(Services.LEAD_ROUTING, "/v1/leads/" + leadId)
                            .text("status");
                    if (status.equals("DESK")) {
                        throw new Failure("No partner may sell for opportunity " + opportunity.id() + ": lead " + leadId
                                + " is at the desk.");
                    }
                    return TAKEN.contains(status);
                },
                PATIENCE,
                PAUSE);
        if (!taken) {
            throw new Failure("Lead " + leadId + " of opportunity " + opportunity.id() + " got no partner within "
                    + PATIENCE.toSeconds() + " s.");
        }
    }

    private Optional<String> pendingOffer(String leadId) {
        JsonNode offers = desk.get(Services.LEAD_ROUTING, "/v1/offers?status=PENDING&leadId=" + leadId)
                .body()
                .path("items");
        return offers.isEmpty()
                ? Optional.empty()
                : Optional.of(offers.path(0).path("id").asText());
    }

    private Answer open(Opportunity opportunity, String leadId) {
        Answer answer = desk.post(
                Services.LEAD_ROUTING,
                "/v1/deals",
                Api.object().put("leadId", leadId).put("currency", "USD").put("externalId", opportunity.id()),
                key(opportunity, "deal"));
        if (answer.status() == 201 && !answer.replayed()) {
            newDeals.increment();
        }
        return answer;
    }

    private void close(Opportunity opportunity, Answer opened) {
        boolean won = opportunity.stage() == Opportunity.Stage.WON;
        String path = "/v1/deals/" + opened.text("id");
        // A repeated answer says how the deal was then, not how it is.
        Answer deal = opened.replayed() ? desk.get(Services.LEAD_ROUTING, path) : opened;
        for (int i = 0; i < TRIES; i++) {
            String status = deal.text("status");
            if (status.equals(won ? "WON" : "LOST")) {
                return;
            }
            if (deal.body().path("lines").isEmpty()) {
                deal = desk.tryPut(Services.LEAD_ROUTING, path + "/estimate", estimate(opportunity), deal.etag());
            }
            if (deal.status() == 200 || deal.status() == 201) {
                Answer closed = desk.tryPost(
                        Services.LEAD_ROUTING,
                        path + (won ? "/win" : "/lose"),
                        ending(opportunity, won),
                        key(opportunity, "close"));
                if (closed.status() == 200) {
                    if (!closed.replayed()) {
                        newlyClosed.increment();
                    }
                    return;
                }
            }
            // A refusal after a repeated call may mean that the first one had its effect.
            deal = desk.get(Services.LEAD_ROUTING, path);
        }
        throw new Failure(
                "The deal of opportunity " + opportunity.id() + " could not be closed: it is " + deal.body() + ".");
    }

    private static ObjectNode estimate(Opportunity opportunity) {
        ObjectNode body = Api.object();
        body.putArray("lines")
                .addObject()
                .put("incomePoint", "LICENCE")
                .put("description", opportunity.product())
                .put("quantity", 1)
                .put("unitPriceMinor", opportunity.valueMinor())
                .put("taxBasisPoints", 0)
                .put("performer", "VENDOR")
                .put("billedBy", "VENDOR");
        return body;
    }

    private static ObjectNode ending(Opportunity opportunity, boolean won) {
        ObjectNode body = Api.object();
        opportunity.closedOn().ifPresent(date -> body.put("closedOn", date.toString()));
        if (!won) {
            body.put("reason", "OTHER");
        }
        return body;
    }

    private static String key(Opportunity opportunity, String step) {
        return "replay-" + opportunity.id() + "-" + step;
    }
}
