package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ninetyten.leadrouting.partner.Tier;

/** What is stored of a decision gives it back, and gives the same answer when it is made again. */
class TracePropertiesTest {

    private static final Instant DECIDED_AT = Instant.parse("2026-11-23T09:00:00.123456Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final List<Tier> TIERS = List.of(Tier.values());
    private static final RoutingPolicy.Opening OPENING = new RoutingPolicy.Opening(3, 5_000);

    @Property(tries = 500)
    void aDecisionIsReadAsItWasWrittenAndReplayedAsItWasMade(
            @ForAll long seed, @ForAll @IntRange(max = 60) int size, @ForAll TurnRule turns) {
        RoutingPolicy policy = Examples.policy(200, turns, OPENING);
        RoutingDecision decision = random(new Random(seed), size, policy);

        RoutingDecision read = writtenAndRead(decision);

        assertEquals(decision, read);
        assertEquals(decision, Router.replay(read, policy));
    }

    @Property(tries = 500)
    void numbersOfAnySizeComeBack(@ForAll @Size(max = 40) List<Long> numbers) {
        Packed.Writer out = new Packed.Writer();
        out.number(90);
        numbers.forEach(out::number);
        out.column(numbers, number -> number);
        out.column(numbers, number -> number % 5);
        out.column(numbers, number -> 7);
        out.column(numbers, number -> number >>> 20);

        Packed.Reader in = new Packed.Reader(out.toBytes());
        assertEquals(90, in.form());
        numbers.forEach(number -> assertEquals(number, in.number()));
        assertEquals(numbers, boxed(in.column(numbers.size())));
        assertEquals(numbers.stream().map(number -> number % 5).toList(), boxed(in.column(numbers.size())));
        assertEquals(numbers.stream().map(number -> 7L).toList(), boxed(in.column(numbers.size())));
        assertEquals(numbers.stream().map(number -> number >>> 20).toList(), boxed(in.column(numbers.size())));
    }

    @Property(tries = 300)
    void bytesThatAreNoTraceAreRefused(@ForAll @Size(max = 60) byte[] bytes) {
        try {
            var _ = Trace.read(bytes, DECIDED_AT, number -> new UUID(0, number));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            assertTrue(bytes.length == 0 || e.getMessage() != null);
        }
    }

    /** These bytes are in databases: they must be read for ever, and a change of the form needs a new number. */
    @Example
    void whatWasEverWrittenStaysReadable() {
        RoutingDecision decision = new RoutingDecision(
                new UUID(7, 7),
                1,
                Step.TURN,
                new UUID(0, 1),
                List.of(
                        new RoutingDecision.Row(
                                standing(1, null, 3, 620_000_000_000_000L, DECIDED_AT.minusSeconds(86_400)),
                                true,
                                -60_000_000_000_000L),
                        new RoutingDecision.Row(
                                standing(300, null, 12, -250_000_000_000_000L, null), true, -130_000_000_000_000L),
                        new RoutingDecision.Row(standing(2, Filter.AT_CAPACITY, null, 7, null), false, 7)),
                Map.of(Filter.AT_CAPACITY, 1, Filter.LANGUAGE, 38, Filter.REFUSED_BEFORE, 2));
        String first =
                "02060102d804040000010000100106180100b06d00d897010090800100882700e05d00bc6d0080f10401808096fcdff89902ffff8c93f5d7710e01ffff93e79a9db5028080fcd5f5c83600018280bbdd83050000000c00000102020006064c10021204";
        String second =
                "04060102d804040000010000100106180100b06d00d897010090800100882700e05d00bc6d0080f10401808096fcdff89902ffff8c93f5d7710e0201ffffad8d85cd9804ffff9dd0f4e6ac0100018280bbdd83050000000c00000102020006064c10021204";

        String third = "06" + second.substring(2) + "a402";

        for (String bytes : List.of(first, second, third)) {
            Trace.Contents contents =
                    Trace.read(HexFormat.of().parseHex(bytes), DECIDED_AT, number -> new UUID(0, number));
            assertEquals(decision.rows(), contents.rows());
            assertEquals(decision.failed(), contents.failed());
            assertEquals(bytes.equals(third) ? 145 : null, contents.sellers());
        }
        byte[] written = Trace.write(decision.among(145), DECIDED_AT, TracePropertiesTest::number);
        assertEquals(third, HexFormat.of().formatHex(written));
        assertThrows(IllegalArgumentException.class, () -> Trace.read(new byte[] {8, 0}, DECIDED_AT, any -> null));
    }

    private static Standing standing(int partner, Filter failed, Integer kilometres, long credit, Instant lastTurnAt) {
        return new Standing(
                new UUID(0, partner),
                null,
                failed,
                kilometres,
                new Score(7_000, 9_708, 8_200, 2_500, 6_000, 7_006),
                40_000,
                credit,
                lastTurnAt,
                6,
                0);
    }

    @Example
    void everyFilterAndStepHasACode() {
        for (Filter filter : Filter.values()) {
            for (Step step : Step.values()) {
                RoutingDecision decision = new RoutingDecision(
                        new UUID(0, 9),
                        1,
                        Step.NOBODY,
                        null,
                        List.of(new RoutingDecision.Row(
                                new Standing(new UUID(0, 1), step, filter, null, Score.NONE, 10_000, 0, null, 0, 0),
                                false,
                                0)),
                        Map.of(filter, 1));
                assertEquals(decision, writtenAndRead(decision));
            }
        }
    }

    @Example
    void aDecisionAmongTwentyFiveTakesFewBytes() {
        long bytes = 0;
        for (int i = 0; i < 200; i++) {
            RoutingDecision decision = random(new Random(i), 25, Examples.policy(25, TurnRule.SHARE, OPENING));
            bytes += Trace.write(decision, DECIDED_AT, TracePropertiesTest::number).length;
        }
        assertTrue(bytes / 200 < 700, () -> "A decision takes too many bytes.");
    }

    private static long number(UUID partner) {
        return partner.getLeastSignificantBits() & 0xFFFF;
    }

    private static RoutingDecision writtenAndRead(RoutingDecision decision) {
        Map<Long, UUID> partners = new HashMap<>();
        decision.rows().forEach(row -> partners.put(number(row.partnerId()), row.partnerId()));
        Trace.Contents contents =
                Trace.read(Trace.write(decision, DECIDED_AT, TracePropertiesTest::number), DECIDED_AT, partners::get);
        return new RoutingDecision(
                decision.leadId(),
                decision.policyVersion(),
                decision.step(),
                decision.partnerId(),
                contents.rows(),
                contents.failed(),
                contents.sellers());
    }

    private static RoutingDecision random(Random random, int size, RoutingPolicy policy) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Examples.PartnerExample partner = Examples.partner(1 + i * 7)
                    .tier(TIERS.get(random.nextInt(4)))
                    .credit(random.nextLong(-3 * Credit.LEAD, 3 * Credit.LEAD))
                    .openLeads(random.nextInt(11))
                    .record(new TrackRecord(random.nextInt(6), tally(random), tally(random), tally(random), 30));
            if (random.nextInt(4) > 0) {
                partner.lastTurn(DECIDED_AT
                        .minusNanos(1_000L * random.nextLong(2_592_000_000_000L))
                        .toString());
            }
            candidates.add(partner.candidate());
        }
        Examples.LeadExample lead = Examples.lead(new UUID(random.nextLong(), random.nextLong()));
        if (size > 2 && random.nextInt(3) == 0) {
            lead.prefers(Step.CUSTOMERS_CHOICE, candidates.get(random.nextInt(size)));
        }
        return Router.route(
                        lead.profile(), candidates, policy, TODAY, Map.of(Filter.LANGUAGE, 3, Filter.AT_CAPACITY, 700))
                .among(random.nextInt(4) == 0 ? null : random.nextInt(30_000));
    }

    private static Tally tally(Random random) {
        return new Tally(
                random.nextInt(20),
                random.nextInt(20),
                random.nextInt(5),
                random.nextInt(5),
                random.nextInt(10),
                random.nextInt(10));
    }

    private static List<Long> boxed(long[] numbers) {
        List<Long> boxed = new ArrayList<>();
        for (long number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }
}
