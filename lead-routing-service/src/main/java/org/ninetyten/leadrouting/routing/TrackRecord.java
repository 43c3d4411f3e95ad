package org.ninetyten.leadrouting.routing;

/**
 * What really happened between a partner and its leads.
 *
 * @param offersEver all the offers that it has ever had
 * @param ofRecord what counts for its score: the days that the policy calls the record
 * @param ofLoad what counts as load, and against its weight: the days that the policy calls the load window
 * @param ofQuota the days of the quota
 * @param eligibleDays on how many of the days of the quota it could have been offered a lead
 */
public record TrackRecord(int offersEver, Tally ofRecord, Tally ofLoad, Tally ofQuota, int eligibleDays) {

    /** The days over which a partner's quota is counted. */
    public static final int QUOTA_DAYS = 30;

    public static final TrackRecord NEW = new TrackRecord(0, Tally.NONE, Tally.NONE, Tally.NONE, QUOTA_DAYS);

    /** The record with one offer more. */
    public TrackRecord offered() {
        return new TrackRecord(
                offersEver + 1,
                ofRecord.withOneMoreOffered(),
                ofLoad.withOneMoreOffered(),
                ofQuota.withOneMoreOffered(),
                eligibleDays);
    }

    /**
     * How many leads are left of a quota. Days of absence do not count: a partner that is back from a month's holiday
     * gets a thirtieth of its quota on the first day. With the whole quota at once it would be flooded, and then get
     * nothing until thirty days after the flood, and so on.
     */
    public int quotaLeft(int quota) {
        // In longs: a quota as good as unlimited, times thirty, is more than an int can hold.
        long earned = Math.ceilDiv((long) quota * eligibleDays, QUOTA_DAYS);
        return (int) Math.max(0, earned - ofQuota.kept());
    }
}
