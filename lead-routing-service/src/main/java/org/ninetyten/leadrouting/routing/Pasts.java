package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pasts of partners up to yesterday, kept for the rest of the day: they do not change, and adding up half a year for
 * every candidate of every lead is dear. What happens today is read with every lead. One thread owns each instance.
 */
final class Pasts {

    private final Map<UUID, TrackRecords.Past> known = new HashMap<>();
    private @Nullable LocalDate day;
    private int recordDays;
    private int loadWindowDays;

    /** Those of the partners whose past is not known for this day and the windows of this policy. */
    Set<UUID> unknown(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today) {
        if (!today.equals(day) || policy.recordDays() != recordDays || policy.loadWindowDays() != loadWindowDays) {
            known.clear();
            day = today;
            recordDays = policy.recordDays();
            loadWindowDays = policy.loadWindowDays();
        }
        Set<UUID> unknown = new HashSet<>();
        for (UUID partner : partnerIds) {
            if (!known.containsKey(partner)) {
                unknown.add(partner);
            }
        }
        return unknown;
    }

    void learn(Map<UUID, TrackRecords.Past> pasts) {
        known.putAll(pasts);
    }

    /** The partner has changed, perhaps come back from an absence. */
    void forget(UUID partnerId) {
        known.remove(partnerId);
    }

    TrackRecords.@Nullable Past of(UUID partnerId) {
        return known.get(partnerId);
    }
}
