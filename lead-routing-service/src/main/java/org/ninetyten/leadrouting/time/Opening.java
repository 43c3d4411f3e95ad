package org.ninetyten.leadrouting.time;

/**
 * A time of the day in which a partner works, on its wall clock: from the first minute up to, and without, the last.
 *
 * @param opens minutes after midnight, 0 to 1439
 * @param closes minutes after midnight, later than {@code opens}, at most 1440, which is the end of the day
 */
public record Opening(int opens, int closes) {

    /** The end of the day: 24:00. */
    public static final int END_OF_DAY = 24 * 60;

    public Opening {
        if (opens < 0 || opens >= closes || closes > END_OF_DAY) {
            throw new IllegalArgumentException("Hours must open before they close, between 00:00 and 24:00.");
        }
    }

    /** Hours as people write them: {@code 09:00}, and {@code 24:00} for the end of the day. */
    public static Opening of(String opens, String closes) {
        return new Opening(minutes(opens), minutes(closes));
    }

    private static int minutes(String time) {
        if (time.length() != 5 || time.charAt(2) != ':') {
            throw new IllegalArgumentException("A time is written 09:00, not " + time + ".");
        }
        int hour = Integer.parseInt(time, 0, 2, 10);
        int minute = Integer.parseInt(time, 3, 5, 10);
        if (minute > 59) {
            throw new IllegalArgumentException("There is no time " + time + ".");
        }
        return hour * 60 + minute;
    }
}
