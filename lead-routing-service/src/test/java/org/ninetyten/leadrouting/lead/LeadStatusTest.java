package org.ninetyten.leadrouting.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.messaging.http.ProblemException;

class LeadStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID PARTNER = new UUID(1, 1);

    @Test
    void everyStateIsReachedAndEndsInAnEnd() {
        Set<LeadStatus> reached = EnumSet.of(LeadStatus.RECEIVED);
        for (LeadStatus from : LeadStatus.values()) {
            reached.addAll(from.next());
        }

        assertEquals(EnumSet.allOf(LeadStatus.class), reached);
    }

    @Test
    void anOfferThatComesBackLeadsToTheNextPartnerAndTheThirdOneToTheDesk() {
        Lead lead = routed();
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            assertEquals(LeadStatus.ROUTING, lead.status());
            assertEquals(ordinal, offer(lead).ordinal());
            lead.offerCameBack(3, NOW);
            assertNull(lead.partnerId());
        }
        assertEquals(LeadStatus.DESK, lead.status());
    }

    @Test
    void aLeadIsNotOfferedTwiceAtOnce() {
        Lead lead = routed();
        offer(lead);

        assertThrows(ProblemException.class, () -> offer(lead));
    }

    @Test
    void onlyALeadThatIsWorkedOnCanBeWon() {
        Lead lead = routed();
        offer(lead);
        lead.accept(NOW);
        assertThrows(ProblemException.class, () -> lead.win(NOW));

        lead.startWork(NOW);
        lead.win(NOW);

        assertEquals(LeadStatus.WON, lead.status());
        assertThrows(ProblemException.class, () -> lead.lose(NOW));
    }

    private static Offer offer(Lead lead) {
        return lead.offerTo(PARTNER, new UUID(2, lead.offers()), new UUID(3, 3), 1, NOW.plusSeconds(60), NOW);
    }

    private static Lead routed() {
        NewLead about = new NewLead(
                null,
                LeadSource.TRIAL,
                "Portal",
                null,
                null,
                true,
                "KZ",
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Lead lead = Lead.receive(new UUID(1, 2), about, new UUID(1, 3), "cause", NOW);
        lead.qualify(NOW);
        lead.startRouting(NOW);
        return lead;
    }
}
