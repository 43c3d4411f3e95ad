package org.ninetyten.leadrouting.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.dealpolicy.NinetyTenMode;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.messaging.http.ProblemException;

class BlockedDealTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void aDealWithTooLittleWorkIsNotWonWhereTheProgrammeBlocksIt() {
        DealPolicy policy = policy(NinetyTenMode.BLOCK);
        Deal deal = deal(policy);

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> deal.win(TODAY, ZoneOffset.UTC, Sale.FIRST, policy, NOW));

        assertEquals(DealProblem.LICENCE_EXCEEDS_TENTH, refusal.type());
        assertEquals(DealStatus.PROPOSED, deal.status());
    }

    @ParameterizedTest
    @EnumSource(
            value = NinetyTenMode.class,
            names = {"WARN", "OFF"})
    void elsewhereItIsWon(NinetyTenMode mode) {
        DealPolicy policy = policy(mode);
        Deal deal = deal(policy);

        deal.win(TODAY, ZoneOffset.UTC, Sale.FIRST, policy, NOW);

        assertEquals(DealStatus.WON, deal.status());
    }

    @Test
    void aConflictIsDecidedByTheEndOfTheSecondBusinessDay() {
        DealPolicy policy = policy(NinetyTenMode.WARN);

        assertEquals(Instant.parse("2026-11-26T00:00:00Z"), policy.decideBy(Instant.parse("2026-11-23T23:59:00Z")));
        assertEquals(Instant.parse("2026-11-25T00:00:00Z"), policy.decideBy(Instant.parse("2026-11-20T08:00:00Z")));
        assertEquals(Instant.parse("2026-11-25T00:00:00Z"), policy.decideBy(Instant.parse("2026-11-21T08:00:00Z")));
    }

    private static Deal deal(DealPolicy policy) {
        Deal deal = Deal.register(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                new UUID(1, 4),
                "DE",
                "Portal",
                "EUR",
                Sourcing.SOURCED,
                NOW);
        deal.estimate(
                List.of(new EstimateLine(
                        new UUID(2, 1), 0, IncomePoint.LICENCE, null, 1, 1_000, 0, Side.VENDOR, Side.VENDOR)),
                policy,
                NOW);
        return deal;
    }

    private static DealPolicy policy(NinetyTenMode mode) {
        return new DealPolicy(
                1,
                Instant.EPOCH,
                90,
                60,
                2,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                ZoneOffset.UTC,
                mode,
                List.of(IncomePoint.IMPLEMENTATION),
                12,
                30,
                30,
                5,
                400,
                14,
                20,
                "test",
                "test");
    }
}
