package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.PolicyDocuments;

class PastsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final TrackRecords.Past EMPTY = new TrackRecords.Past(Tally.NONE, Tally.NONE, Tally.NONE, 30);

    private final RoutingPolicy policy = Examples.policy();
    private final Pasts pasts = new Pasts();

    @Test
    void whatIsKnownIsGoodForTheDayAndTheWindowsOfThePolicy() {
        assertEquals(Set.of(ONE), pasts.unknown(List.of(ONE), policy, TODAY));
        pasts.learn(Map.of(ONE, EMPTY));

        assertEquals(Set.of(OTHER), pasts.unknown(List.of(ONE, OTHER), policy, TODAY));
        assertEquals(EMPTY, pasts.of(ONE));
        assertEquals(Set.of(ONE), pasts.unknown(List.of(ONE), policy, TODAY.plusDays(1)));

        pasts.learn(Map.of(ONE, EMPTY));
        RoutingPolicy longer = PolicyJson.read(2, PolicyDocuments.defaults().put("recordDays", 365));
        assertEquals(Set.of(ONE), pasts.unknown(List.of(ONE), longer, TODAY.plusDays(1)));
    }

    @Test
    void aPartnerThatChangedIsReadAgain() {
        pasts.unknown(List.of(ONE), policy, TODAY);
        pasts.learn(Map.of(ONE, EMPTY));
        pasts.forget(ONE);

        assertEquals(Set.of(ONE), pasts.unknown(List.of(ONE), policy, TODAY));
    }
}
