package org.ninetyten.leadrouting.routing;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.time.BusinessCalendar;

/**
 * The figures of one version of the routing policy. Apart from the version it is the document that {@link PolicyJson}
 * reads and writes. Rates and shares are basis points: 10,000 are one.
 *
 * @param version the number by which decisions name it; 0 for a draft
 * @param scoreWeights what counts how much in a candidate's score
 * @param scoreBand how far below the best score a candidate may be to take turns, as a share of the best
 * @param competency what credentials are worth
 * @param distanceHalfKm the distance at which nearness counts half, in kilometres
 * @param responsePrior what is assumed of a partner's answers to offers before there are many
 * @param winPrior what is assumed of the deals that a partner wins before there are many
 * @param recordDays how many days back answers and deals count
 * @param turns the rule for who is next
 * @param tierWeights what a tier's share of the leads is in proportion to, 1 to 20
 * @param penalty how much declines and time-outs take from a partner's weight
 * @param creditClamp credit stays between minus and plus so many leads, so that nobody is flooded after a pause
 * @param opening the first leads of a new partner
 * @param loadWindowDays how many days back leads count as load, 1 to 30
 * @param shortlist how many of the nearest partners are looked at closely, 1 to 200
 * @param offersBeforeDesk after so many offers the sales desk takes over
 * @param minutesToAnswer business minutes that a partner has to answer an offer
 * @param businessHours the hours of partners that have said none of their own
 * @param needsWithCredential needs for which the partner must hold a live credential besides listing the service
 * @param sla when a partner must have done what with a lead that it accepted
 */
public record RoutingPolicy(
        int version,
        ScoreWeights scoreWeights,
        int scoreBand,
        Competency competency,
        int distanceHalfKm,
        Prior responsePrior,
        Prior winPrior,
        int recordDays,
        TurnRule turns,
        Map<Tier, Integer> tierWeights,
        Penalty penalty,
        int creditClamp,
        Opening opening,
        int loadWindowDays,
        int shortlist,
        int offersBeforeDesk,
        Map<LeadSource, Integer> minutesToAnswer,
        BusinessHours businessHours,
        Set<IncomePoint> needsWithCredential,
        Sla sla) {

    /** One, in basis points. */
    public static final int WHOLE = 10_000;

    /** How many days the load of a partner is kept for. */
    public static final int LONGEST_LOAD_WINDOW_DAYS = 30;

    public static final int LARGEST_SHORTLIST = 200;
    public static final int LARGEST_TIER_WEIGHT = 20;

    /** The parts of the score; together they are one. */
    public record ScoreWeights(int competency, int distance, int responseRecord, int winRate, int headroom) {

        public ScoreWeights {
            require(
                    competency >= 0 && distance >= 0 && responseRecord >= 0 && winRate >= 0 && headroom >= 0,
                    "No weight of the score can be below zero.");
            require(
                    competency + distance + responseRecord + winRate + headroom == WHOLE,
                    "The weights of the score must add up to 10,000 basis points.");
        }
    }

    /**
     * What a partner's competency for one need is worth.
     *
     * @param listed it lists the service and holds no credential for it
     * @param certified it holds one live credential; up to {@code depth} of them raise this evenly to the whole
     */
    public record Competency(int listed, int certified, int depth) {

        public Competency {
            require(
                    0 <= listed && listed <= certified && certified <= WHOLE,
                    "Competency counts from listed to certified to 10,000 basis points.");
            require(1 <= depth && depth <= 100, "The depth of competency is 1 to 100 credentials.");
        }

        /** What so many live credentials are worth. */
        public int of(int credentials) {
            if (credentials == 0) {
                return listed;
            }
            return credentials >= depth ? WHOLE : certified + (WHOLE - certified) * (credentials - 1) / (depth - 1);
        }
    }

    /** So many imagined samples of this rate weigh against what really happened, so that two answers prove little. */
    public record Prior(int samples, int rate) {

        public Prior {
            require(1 <= samples && samples <= 1_000, "A prior has 1 to 1,000 samples.");
            require(isShare(rate), "The rate of a prior is 0 to 10,000 basis points.");
        }
    }

    /** What each decline and time-out of the load window takes from the weight, and what always stays of it. */
    public record Penalty(int decline, int timeOut, int floor) {

        private static final int HALF = WHOLE / 2;

        public Penalty {
            require(isShare(decline) && isShare(timeOut), "A penalty is 0 to 10,000 basis points.");
            require(HALF <= floor && floor <= WHOLE, "A weight never falls below half.");
        }

        /** What stays of a weight, in basis points. */
        public int left(int declines, int timeOuts) {
            long taken = (long) decline * declines + (long) timeOut * timeOuts;
            return (int) Math.max(floor, WHOLE - taken);
        }
    }

    /**
     * The opening of a new partner.
     *
     * @param leads so many offers it gets before its turn
     * @param share of the leads that new partners could open with, this share goes to one of them; which leads these are
     *     is drawn by the lead's id
     */
    public record Opening(int leads, int share) {

        public Opening {
            require(0 <= leads && leads <= 100, "An opening is 0 to 100 leads.");
            require(isShare(share), "The share of openings is 0 to 10,000 basis points.");
        }
    }

    /**
     * When a partner must have done what with a lead that it accepted.
     *
     * @param hotSources leads of these sources wait for nobody
     * @param firstContactMinutesHot business minutes to the first contact with a hot lead
     * @param firstContactMinutes business minutes to the first contact with any other lead
     * @param nudgeDays after so many days without news the partner is reminded
     * @param warnDays and then warned
     * @param recallDays and then the lead is taken back
     */
    public record Sla(
            Set<LeadSource> hotSources,
            int firstContactMinutesHot,
            int firstContactMinutes,
            int nudgeDays,
            int warnDays,
            int recallDays) {

        public Sla {
            hotSources = inOrder(LeadSource.class, hotSources);
            require(
                    firstContactMinutesHot >= 1 && firstContactMinutes >= firstContactMinutesHot,
                    "A hot lead must be contacted no later than any other.");
            require(
                    1 <= nudgeDays && nudgeDays < warnDays && warnDays < recallDays,
                    "A partner is reminded, then warned, then its lead is recalled.");
        }

        /** How many business minutes a partner has for the first contact. */
        public int firstContactMinutes(LeadSource source) {
            return hotSources.contains(source) ? firstContactMinutesHot : firstContactMinutes;
        }
    }

    public RoutingPolicy {
        // In the order of their constants, so that a document is written the same way each time.
        tierWeights = inOrder(Tier.class, tierWeights);
        minutesToAnswer = inOrder(LeadSource.class, minutesToAnswer);
        needsWithCredential = inOrder(IncomePoint.class, needsWithCredential);
        require(version >= 0, "Versions count from 1; a draft is 0.");
        require(0 <= scoreBand && scoreBand <= WHOLE, "The band below the best score is 0 to 10,000 basis points.");
        require(1 <= distanceHalfKm && distanceHalfKm <= 20_000, "Nearness counts half at 1 to 20,000 kilometres.");
        require(1 <= recordDays && recordDays <= 3_660, "The record goes back 1 to 3,660 days.");
        for (Tier tier : Tier.values()) {
            int weight = tierWeights.getOrDefault(tier, 0);
            require(1 <= weight && weight <= LARGEST_TIER_WEIGHT, "Tier " + tier + " needs a weight of 1 to 20.");
        }
        for (LeadSource source : LeadSource.values()) {
            int minutes = minutesToAnswer.getOrDefault(source, 0);
            require(minutes >= 1, "The policy has no time to answer for source " + source + ".");
        }
        require(1 <= creditClamp && creditClamp <= 100, "Credit is clamped at 1 to 100 leads.");
        require(
                1 <= loadWindowDays && loadWindowDays <= LONGEST_LOAD_WINDOW_DAYS,
                "Load is counted over 1 to 30 days.");
        require(1 <= shortlist && shortlist <= LARGEST_SHORTLIST, "A shortlist has 1 to 200 partners.");
        require(offersBeforeDesk >= 1, "The policy must allow an offer before the desk.");
    }

    public int weight(Tier tier) {
        return tierWeights.getOrDefault(tier, 1);
    }

    /** The weight of a candidate in ten-thousandths: that of its tier, less what declines and time-outs took. */
    public int weight(Candidate candidate) {
        Tally lately = candidate.record().ofLoad();
        return weight(candidate.partner().tier()) * penalty.left(lately.declined(), lately.timedOut());
    }

    /** The hours in which a partner works: its own, or else those of this policy. */
    public BusinessCalendar calendarOf(PartnerProfile partner) {
        BusinessCalendar own = partner.calendar();
        return own == null ? businessHours.calendar() : own;
    }

    /** Until when a partner that is offered a lead of this source now has to answer, in its business time. */
    public Instant answerBy(LeadSource source, PartnerProfile partner, Instant now) {
        return calendarOf(partner).plusMinutes(now, minutesToAnswer(source), partner.timeZone());
    }

    public int minutesToAnswer(LeadSource source) {
        return minutesToAnswer.getOrDefault(source, 1);
    }

    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Set<E> constants) {
        Set<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(constants);
        return Collections.unmodifiableSet(ordered);
    }

    private static <E extends Enum<E>> Map<E, Integer> inOrder(Class<E> type, Map<E, Integer> numbers) {
        Map<E, Integer> ordered = new EnumMap<>(type);
        ordered.putAll(numbers);
        return Collections.unmodifiableMap(ordered);
    }

    private static boolean isShare(int basisPoints) {
        return 0 <= basisPoints && basisPoints <= WHOLE;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
