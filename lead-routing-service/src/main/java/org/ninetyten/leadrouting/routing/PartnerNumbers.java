package org.ninetyten.leadrouting.routing;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/**
 * A small number for each partner that was ever part of a decision. It stays when the partner is gone: old decisions must
 * stay readable.
 */
@ApplicationScoped
@Transactional(MANDATORY)
public class PartnerNumbers {

    private final Database database;
    private final Map<UUID, Integer> known = new ConcurrentHashMap<>();

    PartnerNumbers(Database database) {
        this.database = database;
    }

    /** The numbers of all partners in the rows of the decisions; those that have none get one. */
    public ToLongFunction<UUID> of(Collection<RoutingDecision> decisions) {
        Set<UUID> missing = new HashSet<>();
        for (RoutingDecision decision : decisions) {
            for (RoutingDecision.Row row : decision.rows()) {
                if (!known.containsKey(row.partnerId())) {
                    missing.add(row.partnerId());
                }
            }
        }
        if (missing.isEmpty()) {
            return partner -> require(known.get(partner), partner);
        }
        Map<UUID, Integer> found = find(missing);
        // Only what is read before anything is written is remembered: the rest may be rolled back.
        known.putAll(found);
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) {
            return partner -> require(known.get(partner), partner);
        }
        // In one order, so that two transactions never wait for each other in a ring.
        database.update(
                "insert into partner_number (partner_id) select id from unnest(?) as n (id) order by id"
                        + " on conflict do nothing",
                Database.array("uuid", missing));
        Map<UUID, Integer> made = find(missing);
        return partner -> require(made.getOrDefault(partner, known.get(partner)), partner);
    }

    private static int require(@Nullable Integer number, UUID partner) {
        if (number == null) {
            throw new IllegalArgumentException("The number of " + partner + " was not asked for.");
        }
        return number;
    }

    /** The partners of the numbers. */
    public Map<Integer, UUID> partners(Collection<Integer> numbers) {
        Map<Integer, UUID> partners = new HashMap<>();
        database.query(
                "select number, partner_id from partner_number where number = any(?)",
                row -> partners.put(row.getInt("number"), Database.id(row, "partner_id")),
                Database.array("integer", numbers));
        return partners;
    }

    private Map<UUID, Integer> find(Set<UUID> partnerIds) {
        Map<UUID, Integer> found = new HashMap<>();
        database.query(
                "select number, partner_id from partner_number where partner_id = any(?)",
                row -> found.put(Database.id(row, "partner_id"), row.getInt("number")),
                Database.array("uuid", partnerIds));
        return found;
    }
}
