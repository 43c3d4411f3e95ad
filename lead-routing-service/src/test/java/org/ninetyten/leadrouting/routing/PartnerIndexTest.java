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

            assertEquals(oneByOne(any, known.values()), shortlist(any));
        }
    }

    private static PartnerIndex.Shortlist oneByOne(LeadProfile lead, Collection<Candidate> candidates) {
        RoutingPolicy policy = Examples.policy();
        Eligibility eligibility = new Eligibility(policy, TODAY);
        Nearest<UUID> nearest = new Nearest<>(lead.id(), policy.shortlist());
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        for (Candidate candidate : candidates) {
            PartnerProfile partner = candidate.partner();
            Filter filter = eligibility.inTurn(lead, candidate);
            if (filter == null) {
                nearest.offer(partner.id(), partner.kilometresTo(lead.place()), partner.id());
            } else {
                failed.merge(filter, 1, Integer::sum);
            }
        }
        return new PartnerIndex.Shortlist(nearest.toList(), failed);
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
