package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Territory;

class PartnerIndexTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final PartnerIndex index = new PartnerIndex();
    private final LeadProfile lead = Examples.lead().profile();

    @Test
    void aChangedPartnerIsFoundWhereItIsNowAndNoLongerWhereItWas() {
        index.put(Examples.partner(1).profile());
        index.put(Examples.partner(1)
                .territory(new Territory(Set.of("BR"), Set.of(), null))
                .profile());

        assertEquals(List.of(), shortlist(lead).partners());
        assertEquals(
                1, shortlist(Examples.lead().country("BR").profile()).partners().size());
        assertEquals(1, index.size());
    }

    @Test
    void aSuspendedPartnerIsCountedAndNotNamed() {
        index.put(Examples.partner(1).profile());
        index.put(Examples.partner(1).status(PartnerStatus.SUSPENDED).profile());

        assertEquals(List.of(), shortlist(lead).partners());
        assertEquals(Map.of(Filter.NOT_ACTIVE, 1), shortlist(lead).failed());
    }

    @Test
    void aPartnerWithoutRoomIsLeftOutUntilItHasSomeAgain() {
        PartnerProfile small = Examples.partner(1).cap(1).profile();
        index.put(small);
        index.openLeads(small.id(), 1);

        assertEquals(List.of(), shortlist(lead).partners());
        assertEquals(Set.of(small.id()), Set.copyOf(index.full()));

        index.openLeads(small.id(), 0);

        assertEquals(List.of(small.id()), shortlist(lead).partners());
        assertTrue(index.full().isEmpty());
    }

    @Test
    void aPartnerKeepsItsOpenLeadsWhenItsProfileChanges() {
        PartnerProfile small = Examples.partner(1).cap(1).profile();
        index.put(small);
        index.openLeads(small.id(), 1);
        index.put(Examples.partner(1).cap(2).profile());

        assertEquals(List.of(small.id()), shortlist(lead).partners());
    }

    @Test
    void aPartnerWithACountryAndASubdivisionIsCountedOnce() {
        index.put(Examples.partner(1)
                .territory(new Territory(Set.of("KZ"), Set.of("KZ-75"), 100))
                .profile());

        assertEquals(
                1,
                shortlist(Examples.lead().subdivision("KZ-75").profile())
                        .partners()
                        .size());
        assertEquals(Map.of(), shortlist(lead).failed());
    }

    private PartnerIndex.Shortlist shortlist(LeadProfile of) {
        return index.shortlist(of, Examples.policy(), TODAY);
    }
}
