package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;

class PartnerIndexTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static final IncomePoint[] NO_NEEDS = {};
    private static final List<Territory> TERRITORIES = List.of(
            new Territory(Set.of("KZ"), Set.of(), null),
            new Territory(Set.of("KZ", "RU"), Set.of(), 500),
            new Territory(Set.of("BR"), Set.of("KZ-75"), null),
            new Territory(Set.of(), Set.of(), 300),
            new Territory(Set.of(), Set.of(), null));

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
    void onlyTheNearestAreNamed() {
        PartnerProfile near =
                Examples.partner(1).cities(new Place(43.25, 76.95)).profile();
        index.put(Examples.partner(2).cities(new Place(51.18, 71.45)).profile());
        index.put(near);
        index.put(Examples.partner(3).cities().profile());
        LeadProfile almaty = Examples.lead().place(new Place(43.2, 76.9)).profile();

        assertEquals(
                List.of(near.id()),
                index.shortlist(almaty, Examples.policy(1), TODAY).partners());
        assertEquals(
                List.of(1, 2, 3),
                shortlist(almaty).partners().stream()
                        .map(id -> (int) id.getLeastSignificantBits())
                        .toList());
    }

    @Test
    void whoIsFullOrOverItsQuotaIsCountedWhenNobodyIsFound() {
        index.put(Examples.partner(1).cap(1).profile());
        index.note(Examples.partner(1).cap(1).openLeads(1).candidate());
        index.put(Examples.partner(2).quota(0).profile());
        index.put(Examples.partner(3).paused().profile());
        index.put(Examples.partner(4).languages("fr").profile());
        index.put(Examples.partner(5)
                .territory(new Territory(Set.of("BR"), Set.of(), null))
                .profile());

        assertEquals(
                Map.of(Filter.AT_CAPACITY, 1, Filter.OVER_QUOTA, 1, Filter.PAUSED, 1, Filter.LANGUAGE, 1),
                shortlist(Examples.lead().language("ru").profile()).failed());
    }

    /** With 400 partners in one city, 25 on each shortlist and a third without the service, whoever they stand beside. */
    @Test
    void theLotTreatsAllPartnersOfACityAlike() {
        Map<UUID, Integer> drawn = new HashMap<>();
        for (int i = 1; i <= 400; i++) {
            Examples.PartnerExample partner = Examples.partner(i);
            if (i % 3 == 0 || (i > 100 && i < 150)) {
                partner.services(IncomePoint.LICENCE);
            } else {
                drawn.put(partner.profile().id(), 0);
            }
            index.put(partner.profile());
        }
        int leads = 8_000;
        Random random = new Random(11);
        for (int i = 0; i < leads; i++) {
            LeadProfile any = Examples.lead(new UUID(random.nextLong(), random.nextLong()))
                    .place(new Place(43.25, 76.95))
                    .needs(IncomePoint.AUDIT)
                    .profile();
            shortlist(any).partners().forEach(id -> drawn.merge(id, 1, Integer::sum));
        }
        double expected = leads * 25.0 / drawn.size();
        drawn.values().forEach(times -> assertEquals(expected, times, expected * 0.16));
    }

    @Test
    void aPartnerWithoutRoomIsLeftOutUntilItHasSomeAgain() {
        PartnerProfile small = Examples.partner(1).cap(1).profile();
        index.put(small);
        index.note(Examples.partner(1).cap(1).openLeads(1).candidate());

        assertEquals(List.of(), shortlist(lead).partners());
        assertEquals(Set.of(small.id()), Set.copyOf(index.full()));

        index.note(Examples.partner(1).cap(1).candidate());

        assertEquals(List.of(small.id()), shortlist(lead).partners());
        assertTrue(index.full().isEmpty());
    }

    @Test
    void aPartnerKeepsItsOpenLeadsWhenItsProfileChanges() {
        PartnerProfile small = Examples.partner(1).cap(1).profile();
        index.put(small);
        index.note(Examples.partner(1).cap(1).openLeads(1).candidate());
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

    @Test
    void aForgottenPartnerIsNeitherNamedNorCountedAndItsSlotIsUsedAgain() {
        PartnerProfile gone = Examples.partner(1).profile();
        PartnerProfile next = Examples.partner(2).languages("pt").profile();
        index.put(gone);
        index.forget(gone.id());
        index.put(next);

        assertEquals(List.of(next.id()), shortlist(lead).partners());
        assertEquals(
                Map.of(Filter.LANGUAGE, 1),
                shortlist(Examples.lead().language("ru").profile()).failed());
        assertEquals(1, index.size());
    }

    @Test
    void aCredentialEndsWithItsLastDayWithoutAnyEvent() {
        index.put(Examples.partner(1)
                .credentials(new Credential(IncomePoint.SUPPORT, TODAY.minusDays(9), TODAY))
                .profile());
        LeadProfile support = Examples.lead().needs(IncomePoint.SUPPORT).profile();

        assertEquals(
                1, index.shortlist(support, Examples.policy(), TODAY).partners().size());
        assertEquals(
                Map.of(Filter.CREDENTIAL, 1),
                index.shortlist(support, Examples.policy(), TODAY.plusDays(1)).failed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theShortlistIsWhatLookingAtEveryPartnerGives(int seed) {
        Random random = new Random(seed);
        List<Candidate> network = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            network.add(anyPartner(1 + random.nextInt(1_500), random));
        }
        Map<UUID, Candidate> known = new HashMap<>();
        for (Candidate candidate : network) {
            known.put(candidate.partner().id(), candidate);
            index.put(candidate.partner());
            index.note(candidate);
        }
        for (int i = 0; i < 100; i++) {
            Candidate refused = network.get(random.nextInt(network.size()));
            LeadProfile any = Examples.lead(new UUID(random.nextLong(), random.nextLong()))
                    .country(random.nextInt(4) == 0 ? "RU" : "KZ")
                    .subdivision(random.nextInt(4) == 0 ? "KZ-75" : null)
                    .place(random.nextInt(5) == 0 ? null : anyPlace(random))
                    .language(random.nextBoolean() ? "ru-RU" : null)
                    .needs(random.nextBoolean() ? new IncomePoint[] {IncomePoint.SUPPORT, IncomePoint.AUDIT} : NO_NEEDS)
                    .refusedBy(refused)
                    .profile();

            compareWithLookingAtEverybody(any, known.values());
        }
    }

    private void compareWithLookingAtEverybody(LeadProfile of, Collection<Candidate> candidates) {
        RoutingPolicy policy = Examples.policy();
        Eligibility eligibility = new Eligibility(policy, TODAY);
        Map<UUID, Candidate> passing = new HashMap<>();
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        int sellers = 0;
        for (Candidate candidate : candidates) {
            PartnerProfile partner = candidate.partner();
            sellers += partner.isActive() && partner.mayReach(of.country(), of.subdivision(), of.place()) ? 1 : 0;
            Filter filter = eligibility.inTurn(of, candidate);
            if (filter == null) {
                passing.put(candidate.partner().id(), candidate);
            } else if (candidate.partner().mayReach(of.country(), of.subdivision(), of.place())) {
                failed.merge(filter, 1, Integer::sum);
            }
        }
        PartnerIndex.Shortlist shortlist = shortlist(of);
        List<UUID> chosen = shortlist.partners();

        assertEquals(sellers, shortlist.sellers());
        assertEquals(Math.min(passing.size(), policy.shortlist()), chosen.size());
        assertTrue(passing.keySet().containsAll(chosen));
        if (passing.isEmpty()) {
            assertEquals(failed, shortlist.failed());
        }
        double farthest = 0;
        for (UUID partner : chosen) {
            farthest = Math.max(farthest, straightTo(of, passing.remove(partner)));
        }
        for (Candidate leftOut : passing.values()) {
            // Two places of one cell may be its diagonal apart.
            assertTrue(straightTo(of, leftOut) > farthest - Math.sqrt(3) * 2 / 2048);
        }
    }

    /** The way through the earth, in earth radii. */
    private static double straightTo(LeadProfile of, Candidate candidate) {
        Place place = of.place();
        if (place == null) {
            return 0;
        }
        Cell.Point from = Cell.Point.of(place);
        return candidate.partner().cities().stream()
                .map(Cell.Point::of)
                .mapToDouble(to -> Math.hypot(Math.hypot(to.x() - from.x(), to.y() - from.y()), to.z() - from.z()))
                .min()
                .orElse(3);
    }

    private static Candidate anyPartner(int number, Random random) {
        Examples.PartnerExample partner = Examples.partner(number)
                .territory(TERRITORIES.get(random.nextInt(TERRITORIES.size())))
                .status(random.nextInt(9) == 0 ? PartnerStatus.DORMANT : PartnerStatus.ACTIVE)
                .openLeads(random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> partner.cities();
            case 1 -> partner.cities(anyPlace(random), anyPlace(random));
            default -> partner.cities(anyPlace(random));
        }
        if (random.nextInt(5) == 0) {
            partner.languages("en");
        }
        if (random.nextInt(5) == 0) {
            partner.services(IncomePoint.SUPPORT);
        }
        if (random.nextInt(5) == 0) {
            partner.credentials(new Credential(IncomePoint.SUPPORT, TODAY.minusDays(99), TODAY.minusDays(1)));
        }
        return (random.nextInt(9) == 0 ? partner.paused() : partner).candidate();
    }

    /** Often the same place or one on the other side of the globe: what is equally near or as far as can be. */
    private static Place anyPlace(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Place(43.25, 76.95);
            case 2 -> new Place(-43.25, -103.05);
            case 3 -> new Place(43.25 + random.nextDouble() / 50, 76.95);
            default -> new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
        };
    }

    private PartnerIndex.Shortlist shortlist(LeadProfile of) {
        return index.shortlist(of, Examples.policy(), TODAY);
    }
}
