package org.ninetyten.leadrouting.simulation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Tally;
import org.ninetyten.leadrouting.routing.TrackRecord;
import org.ninetyten.leadrouting.routing.Turn;

/**
 * A partner while a simulation runs: it begins as it is now, and its turn, its load and its quota go on from there. Its
 * answers and its deals stay as they are, since a simulation imagines none.
 */
final class SimulatedPartner {

    /** Load and quota look no farther back than this. */
    static final int DAYS = Math.max(TrackRecord.QUOTA_DAYS, RoutingPolicy.LONGEST_LOAD_WINDOW_DAYS);

    /** Parts of a lead in which it is counted what a partner earned. */
    static final long LEAD = 1_000_000_000L;

    /** Bytes that {@link #write} writes: seven long numbers, two short ones, and two for each day. */
    private static final int WRITTEN = 7 * Long.BYTES + 2 * Integer.BYTES + 2 * DAYS * Integer.BYTES;

    private final Start start;
    private final RoutingPolicy policy;
    private final int[] offered = new int[DAYS];
    private final int[] kept = new int[DAYS];
    private long day = Long.MIN_VALUE;
    private long credit;
    private @Nullable Instant lastTurnAt;
    private int openLeads;
    private long leads;
    private long inTurn;
    private long earned;
    private long happened;
    private @Nullable Candidate candidate;

    /**
     * How a partner is when a simulation begins.
     *
     * @param region the region of the programme that it belongs to
     * @param offered how many leads it was offered, by how many days ago
     * @param kept how many of these it did not give back
     */
    record Start(Candidate candidate, @Nullable String region, List<Integer> offered, List<Integer> kept) {}

    SimulatedPartner(Start start, RoutingPolicy policy) {
        this.start = start;
        this.policy = policy;
        Turn turn = start.candidate().turn();
        this.credit = turn.credit();
        this.lastTurnAt = turn.lastTurnAt();
        this.openLeads = turn.openLeads();
    }

    UUID id() {
        return profile().id();
    }

    PartnerProfile profile() {
        return start.candidate().partner();
    }

    @Nullable
    String region() {
        return start.region();
    }

    int openLeads() {
        return openLeads;
    }

    long leads() {
        return leads;
    }

    long inTurn() {
        return inTurn;
    }

    long earned() {
        return earned;
    }

    long happened() {
        return happened;
    }

    boolean tookPart() {
        return leads > 0 || happened > 0 || earned > 0;
    }

    /** How far it is from what it earned, in parts of a lead. */
    long error() {
        return Math.abs(earned - inTurn * LEAD);
    }

    /** What it was offered in the days before now counts as if it had been in the days before this one. */
    void begin(long firstDay) {
        day = firstDay;
        for (int ago = 0; ago < DAYS; ago++) {
            offered[slot(firstDay - 1 - ago)] = start.offered().get(ago);
            kept[slot(firstDay - 1 - ago)] = start.kept().get(ago);
        }
        // The day that leaves the window with the first day.
        offered[slot(firstDay)] = 0;
        kept[slot(firstDay)] = 0;
    }

    /** The partner on a day, which is never before the last one that was asked for. */
    Candidate on(long today) {
        if (today != day) {
            if (today - day >= DAYS) {
                Arrays.fill(offered, 0);
                Arrays.fill(kept, 0);
            } else {
                for (long next = day + 1; next <= today; next++) {
                    offered[slot(next)] = 0;
                    kept[slot(next)] = 0;
                }
            }
            day = today;
            candidate = null;
        }
        Candidate known = candidate;
        if (known == null) {
            known = new Candidate(profile(), new Turn(credit, lastTurnAt, openLeads), record());
            candidate = known;
        }
        return known;
    }

    private TrackRecord record() {
        TrackRecord now = start.candidate().record();
        int load = 0;
        for (int ago = 0; ago < policy.loadWindowDays(); ago++) {
            load += offered[slot(day - ago)];
        }
        int quota = 0;
        for (int ago = 0; ago < TrackRecord.QUOTA_DAYS; ago++) {
            quota += kept[slot(day - ago)];
        }
        Tally answers = now.ofLoad();
        return new TrackRecord(
                (int) Math.min(Integer.MAX_VALUE, now.offersEver() + leads),
                now.ofRecord(),
                new Tally(load, 0, answers.declined(), answers.timedOut(), 0, 0),
                new Tally(quota, 0, 0, 0, 0, 0),
                now.eligibleDays());
    }

    void credit(long after) {
        if (after != credit) {
            credit = after;
            candidate = null;
        }
    }

    /** It got the lead and keeps it; a turn is what it waited for. */
    void take(Instant at, boolean turn) {
        leads++;
        openLeads++;
        offered[slot(day)]++;
        kept[slot(day)]++;
        if (turn) {
            inTurn++;
            lastTurnAt = at;
        }
        candidate = null;
    }

    /** It was in line for a lead with this weight among all weights. */
    void earn(int weight, long weights) {
        earned += LEAD * weight / weights;
    }

    void happen() {
        happened++;
    }

    /** One of its leads has ended. */
    void end() {
        openLeads = Math.max(0, openLeads - 1);
        candidate = null;
    }

    private static int slot(long day) {
        return Math.floorMod(day, DAYS);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(day);
        out.writeLong(credit);
        out.writeLong(lastTurnAt == null ? Long.MIN_VALUE : lastTurnAt.getEpochSecond());
        out.writeInt(lastTurnAt == null ? 0 : lastTurnAt.getNano());
        out.writeInt(openLeads);
        out.writeLong(leads);
        out.writeLong(inTurn);
        out.writeLong(earned);
        out.writeLong(happened);
        for (int i = 0; i < DAYS; i++) {
            out.writeInt(offered[i]);
            out.writeInt(kept[i]);
        }
    }

    /** Passes over a partner that is gone. */
    static void skip(DataInput in) throws IOException {
        in.readFully(new byte[WRITTEN]);
    }

    /** Takes up what was written. */
    void read(DataInput in) throws IOException {
        day = in.readLong();
        credit = in.readLong();
        long seconds = in.readLong();
        int nanos = in.readInt();
        lastTurnAt = seconds == Long.MIN_VALUE ? null : Instant.ofEpochSecond(seconds, nanos);
        openLeads = in.readInt();
        leads = in.readLong();
        inTurn = in.readLong();
        earned = in.readLong();
        happened = in.readLong();
        for (int i = 0; i < DAYS; i++) {
            offered[i] = in.readInt();
            kept[i] = in.readInt();
        }
        candidate = null;
    }
}
