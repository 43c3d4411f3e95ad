package org.ninetyten.billing.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TierHistoryTest {

    private static final UUID PARTNER = UUID.fromString("019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081");
    private static final List<TierChange> HISTORY = List.of(
            change(1, Tier.BUSINESS, "2026-01-15"),
            change(4, Tier.CERTIFIED, "2026-04-01"),
            change(9, Tier.GOLD, "2026-07-01"));

    @Test
    void aDealOf31MarchHasTheTierOfMarchAlthoughTheTierChangesOn1April() {
        assertEquals(Tier.BUSINESS, tierOn("2026-03-31"));
        assertEquals(Tier.CERTIFIED, tierOn("2026-04-01"));
    }

    @Test
    void theLastChangeHoldsOn() {
        assertEquals(Tier.GOLD, tierOn("2030-01-01"));
    }

    @Test
    void beforeTheFirstTierTheLowestCounts() {
        assertEquals(
                new TierOnDate(Tier.BUSINESS, TierOnDate.Source.BEFORE_THE_FIRST_TIER, null),
                new TierHistory(HISTORY).on(LocalDate.parse("2025-12-31")));
    }

    @Test
    void ofAPartnerNotHeardOfTheLowestCountsAndTheTraceSaysSo() {
        assertEquals(
                new TierOnDate(Tier.BUSINESS, TierOnDate.Source.PARTNER_NOT_KNOWN, null),
                new TierHistory(List.of()).on(LocalDate.parse("2026-01-01")));
    }

    @Test
    void ofTwoChangesOnOneDayTheHigherVersionCounts() {
        TierHistory history =
                new TierHistory(List.of(change(10, Tier.GOLD, "2026-07-01"), change(9, Tier.PLATINUM, "2026-07-01")));

        assertEquals(Tier.GOLD, history.on(LocalDate.parse("2026-07-01")).tier());
    }

    @Property
    void theOrderOfArrivalChangesNothing(@ForAll long seed) {
        List<TierChange> shuffled = new ArrayList<>(HISTORY);
        Collections.shuffle(shuffled, new Random(seed));

        for (LocalDate date = LocalDate.parse("2026-01-01");
                date.isBefore(LocalDate.parse("2026-08-01"));
                date = date.plusDays(13)) {
            assertEquals(new TierHistory(HISTORY).on(date), new TierHistory(shuffled).on(date));
        }
    }

    private static Tier tierOn(String date) {
        return new TierHistory(HISTORY).on(LocalDate.parse(date)).tier();
    }

    private static TierChange change(long version, Tier tier, String from) {
        return new TierChange(PARTNER, version, tier, LocalDate.parse(from), 1);
    }
}
