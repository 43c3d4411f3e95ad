package org.ninetyten.messaging.http;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Keeps a change from overwriting one that the caller has not seen: {@code ETag} out, {@code If-Match} in. */
public final class Versions {

    private Versions() {}

    /** The tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Checks the version that a change is based on.
     *
     * @param ifMatch the header as it was sent
     * @param current the version that is stored
     * @throws ProblemException 428 when the header is missing, 412 when it names another version
     */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    GeneralProblem.VERSION_REQUIRED, "Read the object and send its ETag as If-Match.");
        }
        String sent = ifMatch.strip();
        if (!sent.equals("*") && !sent.equals("\"" + current + "\"")) {
            throw new ProblemException(
                    GeneralProblem.STALE_VERSION, "The present version is \"" + current + "\", not " + sent + ".");
        }
    }
}
