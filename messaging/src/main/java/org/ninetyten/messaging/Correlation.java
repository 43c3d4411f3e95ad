package org.ninetyten.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The id that ties together everything one request or event has caused, in logs and on the wire. */
public final class Correlation {

    public static final String MDC_KEY = "correlationId";

    private static final int MAX_LENGTH = 128;

    private Correlation() {}

    /** Starts work under the id that came with it, or under a new one if that is missing or not fit for a header. */
    public static String begin(@Nullable String id) {
        String current = orNew(id);
        MDC.put(MDC_KEY, current);
        return current;
    }

    /** The id, or a new one if it is missing or not fit for a header. */
    public static String orNew(@Nullable String id) {
        return id != null && isUsable(id)
                ? id
                : UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** The id of the work in progress; a new one, not kept, outside of any. */
    public static String current() {
        return MDC.get(MDC_KEY) instanceof String id
                ? id
                : UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Does a part of the work under another id, and goes on under the one before. */
    public static void within(String id, Runnable work) {
        Object before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, id);
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(MDC_KEY);
            } else {
                MDC.put(MDC_KEY, before);
            }
        }
    }

    public static void end() {
        MDC.remove(MDC_KEY);
    }

    private static boolean isUsable(String id) {
        return !id.isEmpty() && id.length() <= MAX_LENGTH && id.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
