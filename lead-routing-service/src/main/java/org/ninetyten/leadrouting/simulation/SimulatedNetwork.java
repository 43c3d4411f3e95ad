package org.ninetyten.leadrouting.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.routing.Preference;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;

/**
 * Routes leads of the past in memory, by the rules and the index that route real ones. The partners begin as they are now.
 * Each lead is kept by the first partner that it is offered to, and stays open there for so many days.
 */
final class SimulatedNetwork {

    private final RoutingPolicy policy;
    private final LocalDate asOf;
    private final int openDays;
    private final Map<UUID, SimulatedPartner> partners = new LinkedHashMap<>();
    private final PartnerIndex index = new PartnerIndex();
    private final TreeMap<Long, List<SimulatedPartner>> ending = new TreeMap<>();
    private final Totals totals = new Totals();
    private final Map<Wish, Map<Filter, Integer>> impossible = new HashMap<>();
    private boolean somebodySellsWithinARadius;
    private @Nullable Long day;

    /** What decides who may serve a lead at all, where the right to sell does not depend on the place. */
    private record Wish(
            @Nullable String country,
            @Nullable String subdivision,
            @Nullable String language,
            Set<IncomePoint> needs) {

        private static Wish of(LeadProfile lead) {
            return new Wish(lead.country(), lead.subdivision(), lead.language(), lead.needs());
        }
    }

    /**
     * Prepares the network.
     *
     * @param asOf the day whose credentials count, whenever the leads came
     * @param openDays how many days a lead stays open
     */
    SimulatedNetwork(RoutingPolicy policy, LocalDate asOf, int openDays, Collection<SimulatedPartner.Start> starts) {
        this.policy = policy;
        this.asOf = asOf;
        this.openDays = openDays;
        // In one order, whatever the database did: the index draws lots by it.
        starts.stream()
                .map(start -> new SimulatedPartner(start, policy))
                .sorted(Comparator.comparing(SimulatedPartner::id))
                .forEach(partner -> {
                    partners.put(partner.id(), partner);
                    index.put(partner.profile());
                    somebodySellsWithinARadius |= partner.profile().territory().radiusKm() != null;
                });
    }

    Collection<SimulatedPartner> partners() {
        return partners.values();
    }

    Totals totals() {
        return totals;
    }

    /** Routes the next lead; none comes before the one before it. */
    RoutingDecision route(PastLead lead) {
        long today = LocalDate.ofInstant(lead.at(), ZoneOffset.UTC).toEpochDay();
        advanceTo(today);
        RoutingDecision decision = isImpossible(lead.profile())
                ? new RoutingDecision(
                        lead.profile().id(),
                        policy.version(),
                        Step.NOBODY,
                        null,
                        List.of(),
                        impossible.getOrDefault(Wish.of(lead.profile()), Map.of()))
                : decide(lead, today);
        carryOut(lead, decision, today);
        compare(lead, decision.partnerId());
        return decision;
    }

    private RoutingDecision decide(PastLead lead, long today) {
        PartnerIndex.Shortlist shortlist = index.shortlist(lead.profile(), policy, asOf);
        List<Candidate> candidates = new ArrayList<>(shortlist.partners().size() + 1);
        for (Preference preference : lead.profile().preferences()) {
            SimulatedPartner partner = partners.get(preference.partnerId());
            if (partner != null) {
                candidates.add(partner.on(today));
            }
        }
        for (UUID id : shortlist.partners()) {
            candidates.add(require(id).on(today));
        }
        RoutingDecision decision = Router.route(lead.profile(), candidates, policy, asOf, shortlist.failed());
        if (decision.rows().isEmpty() && last(decision.failed()).compareTo(Filter.CREDENTIAL) <= 0) {
            impossible.put(Wish.of(lead.profile()), decision.failed());
        }
        return decision;
    }

    /**
     * Whether a lead like this has found nobody for a reason that stays as long as the simulation runs. Finding that out
     * means to look at everybody, which would be the most expensive of all decisions.
     */
    private boolean isImpossible(LeadProfile lead) {
        return lead.preferences().isEmpty()
                && (lead.place() == null || !somebodySellsWithinARadius)
                && impossible.containsKey(Wish.of(lead));
    }

    private void carryOut(PastLead lead, RoutingDecision decision, long today) {
        totals.leads++;
        totals.step(decision.step());
        UUID winner = decision.partnerId();
        if (winner == null) {
            totals.nobody(last(decision.failed()), lead.profile().country());
            return;
        }
        boolean turn = decision.step() == Step.TURN;
        if (turn) {
            earn(decision);
        }
        for (RoutingDecision.Row row : decision.rows()) {
            SimulatedPartner partner = require(row.partnerId());
            partner.credit(row.creditAfter());
            if (row.partnerId().equals(winner)) {
                totals.simulated.add(row.standing().kilometres());
                partner.take(lead.at(), turn);
                ending.computeIfAbsent(today + openDays, any -> new ArrayList<>())
                        .add(partner);
                index.note(partner.on(today));
            }
        }
    }

    private void earn(RoutingDecision decision) {
        long weights = 0;
        for (RoutingDecision.Row row : decision.rows()) {
            weights += row.inBand() ? row.standing().weight() : 0;
        }
        for (RoutingDecision.Row row : decision.rows()) {
            if (row.inBand()) {
                require(row.partnerId()).earn(row.standing().weight(), weights);
            }
        }
    }

    private void compare(PastLead lead, @Nullable UUID now) {
        if (!lead.compares()) {
            return;
        }
        totals.compared++;
        UUID then = lead.wentTo();
        SimulatedPartner partner = then == null ? null : partners.get(then);
        if (partner != null) {
            partner.happen();
            totals.happened.add(partner.profile().kilometresTo(lead.profile().place()));
        } else if (then != null) {
            totals.goneSince++;
        }
        if (then == null) {
            totals.found += now == null ? 0 : 1;
            totals.stillNobody += now == null ? 1 : 0;
        } else if (now == null) {
            totals.lost++;
        } else if (now.equals(then)) {
            totals.same++;
        } else {
            totals.elsewhere++;
        }
    }

    /** Filters are asked in their order, so the last one that failed anybody took those that passed all before. */
    private static Filter last(Map<Filter, Integer> failed) {
        return failed.keySet().stream().max(Comparator.naturalOrder()).orElse(Filter.NO_RIGHT_TO_SELL);
    }

    /** Ends the leads of the days before, and lets those that had no room be found again when they have some. */
    private void advanceTo(long today) {
        Long before = day;
        if (before == null) {
            partners.values().forEach(partner -> partner.begin(today));
            spreadOpenLeads(today);
        } else if (before >= today) {
            return;
        }
        day = today;
        var over = ending.headMap(today, true);
        for (List<SimulatedPartner> leads : over.values()) {
            leads.forEach(SimulatedPartner::end);
        }
        over.clear();
        if (before == null) {
            partners.values().forEach(partner -> index.note(partner.on(today)));
        } else {
            index.full().forEach(id -> index.note(require(id).on(today)));
        }
    }

    /** The leads that are open at the start began evenly over the days for which leads stay open. */
    private void spreadOpenLeads(long firstDay) {
        for (SimulatedPartner partner : partners.values()) {
            int open = partner.openLeads();
            for (int i = 1; i <= open; i++) {
                long last = firstDay + Math.ceilDiv((long) openDays * i, open);
                ending.computeIfAbsent(last, any -> new ArrayList<>()).add(partner);
            }
        }
    }

    private SimulatedPartner require(UUID id) {
        SimulatedPartner partner = partners.get(id);
        if (partner == null) {
            throw new IllegalStateException("Partner " + id + " is not in the network.");
        }
        return partner;
    }

    /** Everything that the leads so far have changed. */
    byte[] checkpoint() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast, 1 << 16))) {
            out.writeLong(day == null ? Long.MIN_VALUE : day);
            totals.write(out);
            Map<UUID, Integer> positions = new HashMap<>();
            out.writeInt(partners.size());
            for (SimulatedPartner partner : partners.values()) {
                positions.put(partner.id(), positions.size());
                out.writeLong(partner.id().getMostSignificantBits());
                out.writeLong(partner.id().getLeastSignificantBits());
                partner.write(out);
            }
            out.writeInt(ending.size());
            for (Map.Entry<Long, List<SimulatedPartner>> leads : ending.entrySet()) {
                out.writeLong(leads.getKey());
                out.writeInt(leads.getValue().size());
                for (SimulatedPartner partner : leads.getValue()) {
                    out.writeInt(positions.getOrDefault(partner.id(), 0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** Goes on from a checkpoint. A partner that joined since begins as it is now; one that left is forgotten. */
    void resume(byte[] checkpoint) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(checkpoint)))) {
            long last = in.readLong();
            if (last == Long.MIN_VALUE) {
                return;
            }
            day = last;
            totals.read(in);
            partners.values().forEach(partner -> partner.begin(last));
            List<@Nullable SimulatedPartner> positions = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                SimulatedPartner partner = partners.get(new UUID(in.readLong(), in.readLong()));
                positions.add(partner);
                if (partner != null) {
                    partner.read(in);
                } else {
                    SimulatedPartner.skip(in);
                }
            }
            for (int left = in.readInt(); left > 0; left--) {
                List<SimulatedPartner> leads = new ArrayList<>();
                ending.put(in.readLong(), leads);
                for (int more = in.readInt(); more > 0; more--) {
                    SimulatedPartner partner = positions.get(in.readInt());
                    if (partner != null) {
                        leads.add(partner);
                    }
                }
            }
            partners.values().forEach(partner -> index.note(partner.on(last)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
