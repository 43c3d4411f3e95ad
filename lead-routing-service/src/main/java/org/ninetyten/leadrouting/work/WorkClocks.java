package org.ninetyten.leadrouting.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.RoutingPolicy;

/** The clock of each partner: the times of a policy, in the hours that the partner keeps at present. */
@ApplicationScoped
public class WorkClocks {

    private final Partners partners;
    private final Policies policies;

    WorkClocks(Partners partners, Policies policies) {
        this.partners = partners;
        this.policies = policies;
    }

    public WorkClock of(UUID partnerId, int policyVersion) {
        return clock(policy(policyVersion), partners.find(partnerId).orElse(null));
    }

    /** The clock of each piece of work, by its offer. */
    public Map<UUID, WorkClock> of(List<Work> works) {
        Set<UUID> partnerIds = new HashSet<>();
        works.forEach(work -> partnerIds.add(work.partnerId()));
        Map<UUID, PartnerProfile> profiles = partners.profiles(partnerIds).stream()
                .collect(Collectors.toMap(PartnerProfile::id, Function.identity()));
        Map<Integer, RoutingPolicy> versions = new HashMap<>();
        Map<UUID, WorkClock> clocks = new HashMap<>();
        for (Work work : works) {
            RoutingPolicy policy = versions.computeIfAbsent(work.policyVersion(), this::policy);
            clocks.put(work.offerId(), clock(policy, profiles.get(work.partnerId())));
        }
        return clocks;
    }

    private RoutingPolicy policy(int version) {
        return policies.version(version)
                .orElseThrow(() -> new IllegalStateException("There is no routing policy " + version + "."));
    }

    /** A partner that has closed its calendar for good since is held to the hours of the policy. */
    private static WorkClock clock(RoutingPolicy policy, @Nullable PartnerProfile partner) {
        if (partner == null) {
            return new WorkClock(policy.sla(), policy.businessHours().calendar(), ZoneOffset.UTC);
        }
        return new WorkClock(
                policy.sla(),
                partner.opens()
                        ? policy.calendarOf(partner)
                        : policy.businessHours().calendar(),
                partner.timeZone());
    }
}
