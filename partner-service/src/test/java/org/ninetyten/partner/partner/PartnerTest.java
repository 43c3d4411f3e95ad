package org.ninetyten.partner.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.Region;

class PartnerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final Partner partner = Partner.onboard(
                    UUID.randomUUID(), null, profile("Almaty Soft", List.of("kk")), CalendarTest.office(), NOW)
            .partner();

    @Test
    void everyPartnerStartsInOnboardingAndInTheLowestTier() {
        assertEquals(PartnerStatus.ONBOARDING, partner.status());
        assertEquals(Tier.BUSINESS, partner.tier());
        assertEquals(1, partner.version());
    }

    @Test
    void aChangeRaisesTheVersionAndNoChangeDoesNot() {
        assertEquals(
                2,
                partner.change(profile("Almaty Soft", List.of("kk", "ru")), NOW)
                        .orElseThrow()
                        .version());
        assertTrue(
                partner.change(profile("Almaty Soft", List.of("kk", "ru")), NOW).isEmpty());
        assertEquals(2, partner.version());
    }

    @Test
    void aSuspendedPartnerComesBack() {
        partner.activate(NOW);
        PartnerEvent suspended = partner.suspend("unpaid", NOW);
        assertEquals(PartnerStatus.SUSPENDED, partner.status());
        assertEquals("unpaid", partner.suspensionReason());
        assertTrue(suspended instanceof PartnerEvent.Suspended);
        partner.reinstate(NOW);
        assertEquals(PartnerStatus.ACTIVE, partner.status());
        assertEquals(4, partner.version());
    }

    @Test
    void onlyASuspendedPartnerIsReinstated() {
        partner.activate(NOW);
        ProblemException refused = assertThrows(ProblemException.class, () -> partner.reinstate(NOW));
        assertEquals(GeneralProblem.ILLEGAL_STATE, refused.type());
    }

    @Test
    void aPartnerInOnboardingCannotBeSuspended() {
        assertThrows(ProblemException.class, () -> partner.suspend("why not", NOW));
        assertEquals(1, partner.version());
    }

    @Test
    void aNewTierIsToldAndThenTheFullState() {
        TierPeriod gold = new TierPeriod(
                UUID.randomUUID(), partner.id(), Tier.GOLD, LocalDate.of(2026, 11, 23), 1, List.of("earned"));
        List<PartnerEvent> events = partner.enter(gold, NOW);
        assertEquals(List.of(2L, 3L), events.stream().map(PartnerEvent::version).toList());
        assertTrue(events.getFirst() instanceof PartnerEvent.TierChanged tier && tier.oldTier() == Tier.BUSINESS);
        assertEquals(Tier.GOLD, partner.tier());
    }

    @Test
    void aTerritoryNamesSomethingAndARadiusNeedsACity() {
        assertThrows(
                ProblemException.class, () -> profile("A", List.of("kk"), new Territory(null, null, null), List.of()));
        assertThrows(
                ProblemException.class, () -> profile("A", List.of("kk"), new Territory(null, null, 50), List.of()));
    }

    private static PartnerProfile profile(String name, List<String> languages) {
        return profile(
                name,
                languages,
                new Territory(List.of("KZ"), List.of(), null),
                List.of(new City("Almaty", "KZ", 43.25, 76.95)));
    }

    private static PartnerProfile profile(String name, List<String> languages, Territory territory, List<City> cities) {
        return new PartnerProfile(
                name,
                "KZ-1",
                "KZ",
                Region.CIS,
                languages,
                "Asia/Almaty",
                cities,
                List.of(IncomePoint.LICENCE),
                territory,
                new Capacity(10, 40, false));
    }
}
