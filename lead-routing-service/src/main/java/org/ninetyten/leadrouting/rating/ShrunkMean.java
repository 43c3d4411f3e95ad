package org.ninetyten.leadrouting.rating;

/**
 * A partner's mean, drawn towards that of everybody as long as few have said anything: one friend makes no five stars, one
 * enemy no single one. In hundredths of a point, in integers.
 *
 * @param ratings how many there are
 * @param meanHundredths their plain mean, rounded half up; nothing said is no mean
 * @param shrunkHundredths the mean with the prior's ratings added, rounded half up
 */
public record ShrunkMean(long ratings, long meanHundredths, long shrunkHundredths) {

    private static final long HUNDREDTHS = 100;

    /**
     * Computes.
     *
     * @param ratings how many ratings
     * @param sum of their scores
     * @param priorCount how many ratings of the prior are added
     * @param priorHundredths what each of them says
     */
    public static ShrunkMean of(long ratings, long sum, int priorCount, int priorHundredths) {
        long own = Math.multiplyExact(HUNDREDTHS, sum);
        long all = Math.addExact(own, (long) priorCount * priorHundredths);
        return new ShrunkMean(ratings, halfUp(own, ratings), halfUp(all, ratings + priorCount));
    }

    private static long halfUp(long sum, long count) {
        return count == 0 ? 0 : (2 * sum + count) / (2 * count);
    }
}
