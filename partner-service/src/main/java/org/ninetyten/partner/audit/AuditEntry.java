package org.ninetyten.partner.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of a change.
 *
 * <p>Of personal data only the names of the changed fields go in, never the values: the trail can't be erased, and a
 * person can ask to be.
 *
 * @param who the user or the event that caused it
 * @param action what was done, such as {@code partner.suspended}
 * @param subjectType what kind of object it was done to
 * @param subjectId that object
 * @param partnerId the partner concerned, if there is one
 * @param before what was so before
 * @param after what is so now
 * @param why the reason that was given
 */
public record AuditEntry(
        String who,
        String action,
        String subjectType,
        UUID subjectId,
        @Nullable UUID partnerId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable String why) {}
