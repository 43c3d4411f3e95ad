package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.partner.Place;

/**
 * All partners in memory. It answers which partners are worth locking for a lead; being a little behind the database
 * costs another look, never a wrong offer. One thread owns each instance.
 *
 * <p>Partners that could take a lead now lie in regions: one for each territory and language. A lead looks only into its
 * own, from near to far, and stops when the shortlist is full, so that its cost does not grow with the network. Between
 * partners that are equally near the lot decides. When nobody is found, all that have the right to sell are counted by
 * what keeps them out; otherwise only those that were looked at.
 */
public final class PartnerIndex {

    /** The territory of those that sell within a radius; no country or subdivision is called so. */
    private static final String RADIUS = "";

    /** Skills are a set of bits: the services, and above them the competencies with a live credential. */
    private static final int CREDENTIALS = IncomePoint.values().length;

    private final Map<UUID, Integer> slots = new HashMap<>();
    private final BitSet freed = new BitSet();
    private @Nullable PartnerProfile[] profiles = new PartnerProfile[64];
    private int[] skills = new int[64];
    private int[] seen = new int[64];
    private int[] openLeads = new int[64];
    private int look;

    private final BitSet inactive = new BitSet();
    private final BitSet paused = new BitSet();
    private final BitSet closed = new BitSet();
    private final BitSet full = new BitSet();
    private final BitSet usedUp = new BitSet();
    private final BitSet withRadius = new BitSet();
    private final BitSet placed = new BitSet();
    private final Map<String, Slots> everybody = new HashMap<>();
    private final Map<String, BitSet> speakers = new HashMap<>();
    private final Sellers sellers = new Sellers();
    private final Map<Key, Region> regions = new HashMap<>();
    private final Pasts pasts = new Pasts();
    private final NearestFirst nearestFirst = new NearestFirst();
    private int longestRadius;
    private LocalDate credentialsOn = LocalDate.EPOCH;

    private Partners.Horizon horizon = Partners.Horizon.BEGINNING;

    /**
     * The partners to lock for a lead, nearest first.
     *
     * @param failed by which filter others were kept out: all that may sell to the lead when nobody was found, otherwise
     *     those that were looked at until there were enough
     * @param sellers how many active partners have the right to sell to the lead, looked at or not
     */
    public record Shortlist(List<UUID> partners, Map<Filter, Integer> failed, int sellers) {}

    /** A territory, and a language or nothing for all of them. */
    private record Key(String territory, @Nullable String language) {}

    /** The partners of a territory and language that could take a lead now. */
    private static final class Region {

        private final Slots everywhere = new Slots();
        private final Slots nowhere = new Slots();
        private final Cell globe;

        private Region(boolean ofRadius) {
            globe = Cell.globe(ofRadius);
        }
    }

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
            pasts.forget(partner.id());
            drop(known, old);
            take(known, partner);
        }
    }

    /** Drops a partner that is no longer in the read model. */
    public void forget(UUID partnerId) {
        Integer slot = slots.remove(partnerId);
        if (slot != null) {
            pasts.forget(partnerId);
            drop(slot, at(slot));
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
        // In one order, so that two instances that begin with the same partners draw the same lots.
        changed.stream().sorted(Comparator.comparing(PartnerProfile::id)).forEach(this::put);
        horizon = newHorizon;
    }

    Pasts pasts() {
        return pasts;
    }

    /** The partner as it was at the horizon, or nothing when it is not known. */
    public @Nullable PartnerProfile profile(UUID partnerId) {
        Integer slot = slots.get(partnerId);
        return slot == null ? null : at(slot);
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
            place(slot, at(slot));
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
        countCredentialsOn(today);
        Search search = new Search(lead, policy);
        Place place = lead.place();
        List<Region> own = regions(lead);
        List<Slots> group = new ArrayList<>();
        if (place == null) {
            own.forEach(region -> group.add(region.everywhere));
            search.draw(group);
        } else {
            nearestFirst.begin(Cell.Point.of(place), search.wanted, reach(longestRadius));
            for (Region region : own) {
                nearestFirst.include(region.globe);
            }
            while (search.needsMore() && nearestFirst.next(group)) {
                search.draw(group);
                group.clear();
            }
            if (search.needsMore()) {
                own.forEach(region -> group.add(region.nowhere));
                search.draw(group);
            }
        }
        int ofAll = sellers.at(lead.country(), lead.subdivision(), place);
        return search.found.isEmpty()
                ? new Shortlist(List.of(), search.countEverybody(), ofAll)
                : new Shortlist(search.found, search.failed, ofAll);
    }

    /** The square of the distance beyond which no radius reaches; distances are rounded to whole kilometres. */
    static double reach(int radiusKm) {
        return Cell.square(radiusKm + 1.0);
    }

    private List<Region> regions(LeadProfile lead) {
        String language = lead.language() == null ? null : PartnerProfile.primaryLanguage(lead.language());
        List<Region> own = new ArrayList<>(3);
        for (String territory : territories(lead)) {
            Region region = regions.get(new Key(territory, language));
            if (region != null) {
                own.add(region);
            }
        }
        return own;
    }

    private static List<String> territories(LeadProfile lead) {
        List<String> territories = new ArrayList<>(3);
        if (lead.country() != null) {
            territories.add(lead.country());
        }
        if (lead.subdivision() != null) {
            territories.add(lead.subdivision());
        }
        if (lead.place() != null) {
            territories.add(RADIUS);
        }
        return territories;
    }

    /** One lead's way through the partners. */
    private final class Search {

        private final LeadProfile lead;
        private final int limit;
        private final int wantedServices;
        private final int wanted;
        private final long lot;
        private final List<UUID> found;
        private final Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        private int draws;

        private Search(LeadProfile lead, RoutingPolicy policy) {
            this.lead = lead;
            this.limit = policy.shortlist();
            this.found = new ArrayList<>(limit);
            int services = 0;
            int credentials = 0;
            for (IncomePoint need : lead.needs()) {
                services |= service(need);
                if (policy.needsWithCredential().contains(need)) {
                    credentials |= credential(need);
                }
            }
            this.wantedServices = services;
            this.wanted = services | credentials;
            this.lot = Lot.of(lead.id());
            if (++look == Integer.MAX_VALUE) {
                Arrays.fill(seen, 0);
                look = 1;
            }
        }

        private boolean needsMore() {
            return found.size() < limit;
        }

        /**
         * Looks at the partners of a group in an order that the lead draws, until there are enough. The order steps
         * through the group by a width that shares no divisor with its size: everybody comes once, and over many leads
         * everybody comes first equally often, whoever stands beside it.
         */
        private void draw(List<Slots> group) {
            int size = 0;
            for (Slots part : group) {
                size += part.size();
            }
            if (size == 0) {
                return;
            }
            draws++;
            long position = Long.remainderUnsigned(Lot.of(lot, 2L * draws), size);
            long width = size == 1 ? 1 : 1 + Long.remainderUnsigned(Lot.of(lot, 2L * draws + 1), size - 1);
            while (divisor(width, size) != 1) {
                width = width % (size - 1) + 1;
            }
            for (int i = 0; i < size && needsMore(); i++) {
                lookAt(slot(group, (int) position));
                position += width;
                if (position >= size) {
                    position -= size;
                }
            }
        }

        private static int slot(List<Slots> group, int position) {
            int left = position;
            for (Slots part : group) {
                if (left < part.size()) {
                    return part.get(left);
                }
                left -= part.size();
            }
            throw new IllegalArgumentException("There is no position " + position);
        }

        private static long divisor(long one, long other) {
            return other == 0 ? one : divisor(other, one % other);
        }

        private void lookAt(int slot) {
            if (seen[slot] == look) {
                return;
            }
            seen[slot] = look;
            Filter reason = ofPlaced(slot);
            if (reason == null) {
                found.add(at(slot).id());
            } else {
                failed.merge(reason, 1, Integer::sum);
            }
        }

        /** What keeps a partner out that speaks the language and could take a lead now. */
        private @Nullable Filter ofPlaced(int slot) {
            if (withRadius.get(slot) && !at(slot).mayReach(lead.country(), lead.subdivision(), lead.place())) {
                return Filter.NO_RIGHT_TO_SELL;
            }
            if ((skills[slot] & wanted) != wanted) {
                return ofSkills(slot);
            }
            return !lead.refusedBy().isEmpty() && lead.refusedBy().contains(at(slot).id())
                    ? Filter.REFUSED_BEFORE
                    : null;
        }

        private Filter ofSkills(int slot) {
            return (skills[slot] & wantedServices) == wantedServices ? Filter.CREDENTIAL : Filter.SERVICE;
        }

        /**
         * Counts all that have the right to sell to the lead by the first filter that they fail; none of them passes. Each
         * filter takes its own out of the set of those that are left, 64 at a time.
         */
        private Map<Filter, Integer> countEverybody() {
            Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
            BitSet left = allowed();
            takeOut(left, inactive, Filter.NOT_ACTIVE, counts);
            if (lead.language() != null) {
                BitSet silent = (BitSet) left.clone();
                silent.andNot(speakers.getOrDefault(PartnerProfile.primaryLanguage(lead.language()), new BitSet()));
                takeOut(left, silent, Filter.LANGUAGE, counts);
            }
            takeOut(left, without(left, wantedServices), Filter.SERVICE, counts);
            takeOut(left, without(left, wanted), Filter.CREDENTIAL, counts);
            takeOut(left, paused, Filter.PAUSED, counts);
            takeOut(left, closed, Filter.CALENDAR, counts);
            takeOut(left, full, Filter.AT_CAPACITY, counts);
            takeOut(left, usedUp, Filter.OVER_QUOTA, counts);
            takeOut(left, (BitSet) left.clone(), Filter.REFUSED_BEFORE, counts);
            return counts;
        }

        private BitSet allowed() {
            BitSet allowed = new BitSet(profiles.length);
            for (String territory : territories(lead)) {
                Slots all = everybody.get(territory);
                boolean byRadius = territory.equals(RADIUS);
                for (int i = 0; all != null && i < all.size(); i++) {
                    int slot = all.get(i);
                    if (!byRadius || at(slot).mayReach(lead.country(), lead.subdivision(), lead.place())) {
                        allowed.set(slot);
                    }
                }
            }
            return allowed;
        }

        private BitSet without(BitSet of, int wantedSkills) {
            BitSet without = new BitSet(of.length());
            for (int slot = of.nextSetBit(0); slot >= 0; slot = of.nextSetBit(slot + 1)) {
                if ((skills[slot] & wantedSkills) != wantedSkills) {
                    without.set(slot);
                }
            }
            return without;
        }

        private static void takeOut(BitSet left, BitSet failing, Filter filter, Map<Filter, Integer> counts) {
            int before = left.cardinality();
            left.andNot(failing);
            int count = before - left.cardinality();
            if (count > 0) {
                counts.put(filter, count);
            }
        }
    }

    private void take(int slot, PartnerProfile partner) {
        profiles[slot] = partner;
        skills[slot] = skills(partner);
        Integer radius = partner.territory().radiusKm();
        withRadius.set(slot, radius != null);
        if (radius != null) {
            longestRadius = Math.max(longestRadius, radius);
        }
        for (String territory : territories(partner)) {
            everybody.computeIfAbsent(territory, any -> new Slots()).add(slot);
        }
        sellers.add(partner);
        for (String language : partner.languages()) {
            speakers.computeIfAbsent(language, any -> new BitSet()).set(slot);
        }
        inactive.set(slot, !partner.isActive());
        paused.set(slot, partner.paused());
        closed.set(slot, !partner.opens());
        noteRoom(slot, partner);
        place(slot, partner);
    }

    private void drop(int slot, PartnerProfile partner) {
        remove(slot, partner);
        for (String territory : territories(partner)) {
            Slots all = everybody.get(territory);
            if (all != null) {
                all.remove(slot);
            }
        }
        sellers.remove(partner);
        for (String language : partner.languages()) {
            BitSet speaking = speakers.get(language);
            if (speaking != null) {
                speaking.clear(slot);
            }
        }
    }

    /** Puts a partner where leads find it, or takes it away, by whether it could take one now. */
    private void place(int slot, PartnerProfile partner) {
        boolean available =
                partner.isActive() && !partner.paused() && partner.opens() && !full.get(slot) && !usedUp.get(slot);
        if (available && !placed.get(slot)) {
            placed.set(slot);
            for (Key key : keys(partner)) {
                Region region = regions.computeIfAbsent(
                        key, any -> new Region(any.territory().equals(RADIUS)));
                region.everywhere.add(slot);
                long[] cells = Cell.cells(partner.cities());
                for (long cell : cells) {
                    region.globe.add(cell, slot, skills[slot]);
                }
                if (cells.length == 0) {
                    region.nowhere.add(slot);
                }
            }
        } else if (!available) {
            remove(slot, partner);
        }
    }

    private void remove(int slot, PartnerProfile partner) {
        if (!placed.get(slot)) {
            return;
        }
        placed.clear(slot);
        for (Key key : keys(partner)) {
            Region region = regions.get(key);
            if (region == null) {
                throw new IllegalStateException("There is no region " + key);
            }
            region.everywhere.remove(slot);
            region.nowhere.remove(slot);
            for (long cell : Cell.cells(partner.cities())) {
                region.globe.remove(cell, slot);
            }
        }
    }

    private static List<Key> keys(PartnerProfile partner) {
        List<Key> keys = new ArrayList<>();
        for (String territory : territories(partner)) {
            keys.add(new Key(territory, null));
            partner.languages().forEach(language -> keys.add(new Key(territory, language)));
        }
        return keys;
    }

    private static List<String> territories(PartnerProfile partner) {
        List<String> territories = new ArrayList<>(partner.territory().countries());
        territories.addAll(partner.territory().subdivisions());
        if (partner.territory().radiusKm() != null) {
            territories.add(RADIUS);
        }
        return territories;
    }

    /** Who holds a credential changes from day to day without any event. */
    private void countCredentialsOn(LocalDate day) {
        if (day.equals(credentialsOn)) {
            return;
        }
        credentialsOn = day;
        for (int slot : slots.values()) {
            PartnerProfile partner = at(slot);
            if (skills(partner) != skills[slot]) {
                remove(slot, partner);
                skills[slot] = skills(partner);
                place(slot, partner);
            }
        }
    }

    private int skills(PartnerProfile partner) {
        int bits = 0;
        for (IncomePoint service : partner.services()) {
            bits |= service(service);
        }
        for (Credential held : partner.credentials()) {
            if (held.livesOn(credentialsOn)) {
                bits |= credential(held.competency());
            }
        }
        return bits;
    }

    @SuppressWarnings("EnumOrdinal") // The bits live as long as the process.
    private static int service(IncomePoint point) {
        return 1 << point.ordinal();
    }

    private static int credential(IncomePoint point) {
        return service(point) << CREDENTIALS;
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
            skills = Arrays.copyOf(skills, slot * 2);
            seen = Arrays.copyOf(seen, slot * 2);
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
