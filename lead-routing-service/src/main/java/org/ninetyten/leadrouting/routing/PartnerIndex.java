package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.partner.Place;

/**
 * All partners in memory. It answers which partners are worth locking for a lead; being a little behind the database
 * costs another look, never a wrong offer. One thread owns each instance.
 *
 * <p>Every partner has a slot, and everything that a filter asks is a set of slots: a filter takes away 64 partners at
 * a time and counts whom it took. Only those that are left are compared by distance.
 */
public final class PartnerIndex {

    private static final BitSet NOBODY = new BitSet();

    private final Map<UUID, Integer> slots = new HashMap<>();
    private final BitSet freed = new BitSet();
    private @Nullable PartnerProfile[] profiles = new PartnerProfile[64];
    private int[] openLeads = new int[64];
    private final Globe globe = new Globe();

    private final BitSet active = new BitSet();
    private final BitSet paused = new BitSet();
    private final BitSet closed = new BitSet();
    private final BitSet full = new BitSet();
    private final BitSet usedUp = new BitSet();
    private final BitSet withRadius = new BitSet();
    private final Map<String, BitSet> byCountry = new HashMap<>();
    private final Map<String, BitSet> bySubdivision = new HashMap<>();
    private final Map<String, BitSet> byLanguage = new HashMap<>();
    private final Map<IncomePoint, BitSet> byService = new EnumMap<>(IncomePoint.class);

    private final Map<IncomePoint, BitSet> byCredential = new EnumMap<>(IncomePoint.class);
    private LocalDate credentialsOn = LocalDate.EPOCH;

    private Partners.Horizon horizon = Partners.Horizon.BEGINNING;

    /** The partners to lock for a lead, nearest first, and how many of the others failed which filter. */
    public record Shortlist(List<UUID> partners, Map<Filter, Integer> failed) {}

    /** Adds or replaces a partner. */
    public void put(PartnerProfile partner) {
        Integer known = slots.get(partner.id());
        if (known == null) {
            int slot = newSlot();
            slots.put(partner.id(), slot);
            openLeads[slot] = 0;
            take(slot, partner);
            return;
        }
        PartnerProfile old = at(known);
        if (!old.equals(partner)) {
            mark(known, old, false);
            take(known, partner);
        }
    }

    /** Drops a partner that is no longer in the read model. */
    public void forget(UUID partnerId) {
        Integer slot = slots.remove(partnerId);
        if (slot != null) {
            mark(slot, at(slot), false);
            full.clear(slot);
            usedUp.clear(slot);
            profiles[slot] = null;
            freed.set(slot);
        }
    }

    /** The horizon from which to ask for changes next time. */
    public Partners.Horizon horizon() {
        return horizon;
    }

    /** Takes in what changed, and remembers up to where it has looked. */
    public void refresh(Collection<PartnerProfile> changed, Partners.Horizon newHorizon) {
        changed.forEach(this::put);
        horizon = newHorizon;
    }

    public boolean knows(UUID partnerId) {
        return slots.containsKey(partnerId);
    }

    /** Takes note of how much room a partner has, as far as this instance has seen. */
    public void note(Candidate candidate) {
        Integer slot = slots.get(candidate.partner().id());
        if (slot != null) {
            openLeads[slot] = candidate.turn().openLeads();
            usedUp.set(slot, candidate.quotaLeft() == 0);
            noteRoom(slot, at(slot));
        }
    }

    /** Partners that had no room at the last look; they may have some again. */
    public Collection<UUID> full() {
        Set<UUID> partners = new HashSet<>();
        BitSet without = (BitSet) full.clone();
        without.or(usedUp);
        without.stream()
                .mapToObj(this::at)
                .filter(partner -> partner.openLeadCap() > 0 && partner.quota30Days() > 0)
                .forEach(partner -> partners.add(partner.id()));
        return partners;
    }

    public int size() {
        return slots.size();
    }

    /** The nearest partners that pass all filters as far as this instance knows. */
    public Shortlist shortlist(LeadProfile lead, RoutingPolicy policy, LocalDate today) {
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        count(failed, Filter.NOT_ACTIVE, slots.size() - active.cardinality());
        BitSet left = reach(lead);
        count(failed, Filter.NO_RIGHT_TO_SELL, active.cardinality() - left.cardinality());

        String language = lead.language();
        if (language != null) {
            keep(left, byLanguage.get(PartnerProfile.primaryLanguage(language)), failed, Filter.LANGUAGE);
        }
        for (IncomePoint need : lead.needs()) {
            keep(left, byService.get(need), failed, Filter.SERVICE);
        }
        for (IncomePoint need : lead.needs()) {
            if (policy.needsWithCredential().contains(need)) {
                keep(left, holders(need, today), failed, Filter.CREDENTIAL);
            }
        }
        drop(left, paused, failed, Filter.PAUSED);
        drop(left, closed, failed, Filter.CALENDAR);
        drop(left, full, failed, Filter.AT_CAPACITY);
        drop(left, usedUp, failed, Filter.OVER_QUOTA);
        drop(left, slotsOf(lead.refusedBy()), failed, Filter.REFUSED_BEFORE);
        return new Shortlist(nearest(lead, left, policy.shortlist()), failed);
    }

    /** The active partners with the right to sell to the lead. */
    private BitSet reach(LeadProfile lead) {
        BitSet reach = new BitSet();
        if (lead.country() != null) {
            reach.or(byCountry.getOrDefault(lead.country(), NOBODY));
        }
        if (lead.subdivision() != null) {
            reach.or(bySubdivision.getOrDefault(lead.subdivision(), NOBODY));
        }
        Place place = lead.place();
        if (place != null) {
            Globe.Sight sight = globe.from(place);
            for (int slot = withRadius.nextSetBit(0); slot >= 0; slot = withRadius.nextSetBit(slot + 1)) {
                if (!reach.get(slot) && active.get(slot) && isWithinRadius(slot, sight, place)) {
                    reach.set(slot);
                }
            }
        }
        reach.and(active);
        return reach;
    }

    private boolean isWithinRadius(int slot, Globe.Sight sight, Place place) {
        PartnerProfile partner = at(slot);
        Integer radius = partner.territory().radiusKm();
        // The exact test is for the few that are near enough for it to matter.
        return radius != null && !sight.isBeyond(slot, radius) && partner.mayReach(null, null, place);
    }

    private List<UUID> nearest(LeadProfile lead, BitSet eligible, int limit) {
        Nearest<UUID> nearest = new Nearest<>(lead.id(), limit);
        Place place = lead.place();
        Globe.Sight sight = place == null ? null : globe.from(place);
        for (int slot = eligible.nextSetBit(0); slot >= 0; slot = eligible.nextSetBit(slot + 1)) {
            int farthest = nearest.farthest();
            Globe.Compared compared = sight == null ? Globe.Compared.SAME : sight.compare(slot, farthest);
            if (compared == Globe.Compared.FARTHER) {
                continue;
            }
            PartnerProfile partner = at(slot);
            if (compared == Globe.Compared.PERHAPS_NEARER || nearest.wouldTake(partner.id(), farthest)) {
                nearest.offer(partner.id(), partner.kilometresTo(place), partner.id());
            }
        }
        return nearest.toList();
    }

    private static void keep(BitSet left, @Nullable BitSet passing, Map<Filter, Integer> failed, Filter filter) {
        int before = left.cardinality();
        left.and(passing == null ? NOBODY : passing);
        count(failed, filter, before - left.cardinality());
    }

    private static void drop(BitSet left, BitSet failing, Map<Filter, Integer> failed, Filter filter) {
        int before = left.cardinality();
        left.andNot(failing);
        count(failed, filter, before - left.cardinality());
    }

    private static void count(Map<Filter, Integer> failed, Filter filter, int partners) {
        if (partners > 0) {
            failed.merge(filter, partners, Integer::sum);
        }
    }

    private BitSet slotsOf(Set<UUID> partners) {
        BitSet found = new BitSet();
        for (UUID partner : partners) {
            Integer slot = slots.get(partner);
            if (slot != null) {
                found.set(slot);
            }
        }
        return found;
    }

    /** Who holds a credential changes from day to day without any event. */
    private BitSet holders(IncomePoint competency, LocalDate day) {
        if (!day.equals(credentialsOn)) {
            credentialsOn = day;
            byCredential.clear();
            slots.values().forEach(slot -> markCredentials(slot, at(slot), true));
        }
        return byCredential.getOrDefault(competency, NOBODY);
    }

    private void take(int slot, PartnerProfile partner) {
        profiles[slot] = partner;
        globe.put(slot, partner.cities());
        mark(slot, partner, true);
        noteRoom(slot, partner);
    }

    private void mark(int slot, PartnerProfile partner, boolean on) {
        active.set(slot, on && partner.isActive());
        paused.set(slot, on && partner.paused());
        closed.set(slot, on && !partner.opens());
        withRadius.set(slot, on && partner.territory().radiusKm() != null);
        partner.territory()
                .countries()
                .forEach(country -> set(byCountry, country).set(slot, on));
        partner.territory()
                .subdivisions()
                .forEach(subdivision -> set(bySubdivision, subdivision).set(slot, on));
        partner.languages().forEach(language -> set(byLanguage, language).set(slot, on));
        partner.services().forEach(service -> set(byService, service).set(slot, on));
        markCredentials(slot, partner, on);
    }

    private void markCredentials(int slot, PartnerProfile partner, boolean on) {
        partner.credentials().stream()
                .filter(credential -> credential.livesOn(credentialsOn))
                .forEach(
                        credential -> set(byCredential, credential.competency()).set(slot, on));
    }

    private static <K> BitSet set(Map<K, BitSet> sets, K key) {
        return sets.computeIfAbsent(key, any -> new BitSet());
    }

    private void noteRoom(int slot, PartnerProfile partner) {
        full.set(slot, openLeads[slot] >= partner.openLeadCap());
        if (partner.quota30Days() == 0) {
            usedUp.set(slot);
        }
    }

    private int newSlot() {
        int reused = freed.nextSetBit(0);
        if (reused >= 0) {
            freed.clear(reused);
            return reused;
        }
        int slot = slots.size();
        if (slot == profiles.length) {
            profiles = Arrays.copyOf(profiles, slot * 2);
            openLeads = Arrays.copyOf(openLeads, slot * 2);
        }
        return slot;
    }

    private PartnerProfile at(int slot) {
        PartnerProfile partner = profiles[slot];
        if (partner == null) {
            throw new IllegalStateException("Slot " + slot + " has no partner.");
        }
        return partner;
    }
}
