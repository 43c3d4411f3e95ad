package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.PartnerProfile;

/**
 * All partners in memory, by country. It answers which partners are worth locking for a lead; being a little behind
 * the database costs another look, never a wrong offer. One thread owns each instance.
 */
public final class PartnerIndex {

    private final Map<UUID, Entry> all = new HashMap<>();
    private final Map<String, Map<UUID, Entry>> activeByCountry = new HashMap<>();
    /** Partners whose territory is smaller than a country: their right has to be looked up one by one. */
    private final Map<UUID, Entry> activeLocal = new LinkedHashMap<>();

    private final Set<UUID> full = new HashSet<>();
    private int active;
    private String horizon = "0";

    /** The partners to lock for a lead, nearest first, and how many of the others failed which filter. */
    public record Shortlist(List<UUID> partners, Map<Filter, Integer> failed) {}

    /** Adds or replaces a partner. */
    public void put(PartnerProfile partner) {
        Entry old = all.get(partner.id());
        if (old != null) {
            remove(old);
        }
        Entry entry = new Entry(partner, old == null ? 0 : old.openLeads);
        all.put(partner.id(), entry);
        noteRoom(entry);
        if (!partner.isActive()) {
            return;
        }
        active++;
        for (String country : partner.territory().countries()) {
            activeByCountry
                    .computeIfAbsent(country, any -> new LinkedHashMap<>())
                    .put(partner.id(), entry);
        }
        if (isLocal(partner)) {
            activeLocal.put(partner.id(), entry);
        }
    }

    /** The horizon from which to ask for changes next time. */
    public String horizon() {
        return horizon;
    }

    /** Takes in what changed, and remembers up to where it has looked. */
    public void refresh(Collection<PartnerProfile> changed, String newHorizon) {
        changed.forEach(this::put);
        horizon = newHorizon;
    }

    public boolean knows(UUID partnerId) {
        return all.containsKey(partnerId);
    }

    /** Takes note of how many open leads a partner has, as far as this instance has seen. */
    public void openLeads(UUID partnerId, int openLeads) {
        Entry entry = all.get(partnerId);
        if (entry != null) {
            entry.openLeads = openLeads;
            noteRoom(entry);
        }
    }

    /** Partners that had no room at the last look; they may have some again. */
    public Collection<UUID> full() {
        return Set.copyOf(full);
    }

    public int size() {
        return all.size();
    }

    /** The nearest partners that pass all filters as far as this instance knows. */
    public Shortlist shortlist(LeadProfile lead, RoutingPolicy policy, LocalDate today) {
        Eligibility eligibility = new Eligibility(policy, today);
        Nearest<UUID> nearest = new Nearest<>(lead.id(), policy.shortlist());
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        int reachable = 0;
        Map<UUID, Entry> inCountry =
                lead.country() == null ? Map.of() : activeByCountry.getOrDefault(lead.country(), Map.of());
        for (Entry entry : inCountry.values()) {
            reachable++;
            look(entry, lead, eligibility, nearest, failed);
        }
        for (Entry entry : activeLocal.values()) {
            if (!inCountry.containsKey(entry.partner.id())
                    && entry.partner.mayReach(lead.country(), lead.subdivision(), lead.place())) {
                reachable++;
                look(entry, lead, eligibility, nearest, failed);
            }
        }
        count(failed, Filter.NOT_ACTIVE, all.size() - active);
        count(failed, Filter.NO_RIGHT_TO_SELL, active - reachable);
        return new Shortlist(nearest.toList(), failed);
    }

    private static void look(
            Entry entry,
            LeadProfile lead,
            Eligibility eligibility,
            Nearest<UUID> nearest,
            Map<Filter, Integer> failed) {
        Filter reason = eligibility.inTurn(lead, entry.partner, entry.openLeads);
        if (reason == null) {
            nearest.offer(entry.partner.id(), entry.partner.kilometresTo(lead.place()), entry.partner.id());
        } else {
            failed.merge(reason, 1, Integer::sum);
        }
    }

    private static void count(Map<Filter, Integer> failed, Filter filter, int partners) {
        if (partners > 0) {
            failed.put(filter, partners);
        }
    }

    private void remove(Entry old) {
        PartnerProfile partner = old.partner;
        all.remove(partner.id());
        full.remove(partner.id());
        if (!partner.isActive()) {
            return;
        }
        active--;
        for (String country : partner.territory().countries()) {
            Map<UUID, Entry> bucket = activeByCountry.get(country);
            if (bucket != null) {
                bucket.remove(partner.id());
            }
        }
        activeLocal.remove(partner.id());
    }

    private void noteRoom(Entry entry) {
        if (entry.openLeads >= entry.partner.openLeadCap() && entry.partner.openLeadCap() > 0) {
            full.add(entry.partner.id());
        } else {
            full.remove(entry.partner.id());
        }
    }

    private static boolean isLocal(PartnerProfile partner) {
        @Nullable Integer radius = partner.territory().radiusKm();
        return radius != null || !partner.territory().subdivisions().isEmpty();
    }

    private static final class Entry {
        private final PartnerProfile partner;
        private int openLeads;

        private Entry(PartnerProfile partner, int openLeads) {
            this.partner = partner;
            this.openLeads = openLeads;
        }
    }
}
