package org.ninetyten.leadrouting.customer;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;

/** Customers, and the partner that each belongs to since it first accepted a lead of it. */
@ApplicationScoped
@Transactional(MANDATORY)
public class Customers {

    private final Database database;

    Customers(Database database) {
        this.database = database;
    }

    /** The customer known by the id of another system, who may be new. */
    public UUID known(String externalId, Instant now) {
        // The empty update makes the statement answer the row in both cases, in one round trip.
        return database.first(
                        "insert into customer (id, external_id, created_at) values (?, ?, ?)"
                                + " on conflict (external_id) do update set external_id = excluded.external_id"
                                + " returning id",
                        row -> Database.id(row, "id"),
                        UuidCreator.getTimeOrderedEpoch(),
                        externalId,
                        now)
                .orElseThrow();
    }

    /** Customers known by ids of another system, new or not. */
    public Map<String, UUID> known(Collection<String> externalIds, Instant now) {
        if (externalIds.isEmpty()) {
            return Map.of();
        }
        // In one order for everybody: two that add the same customers must not wait for each other in a circle.
        List<String> sorted = externalIds.stream().distinct().sorted().toList();
        Map<String, UUID> known = new HashMap<>();
        database.query(
                """
                insert into customer (id, external_id, created_at)
                select id, external_id, ? from unnest(?::uuid[], ?::text[]) as c (id, external_id)
                on conflict (external_id) do update set external_id = excluded.external_id
                returning id, external_id""",
                row -> known.put(row.getString("external_id"), Database.id(row, "id")),
                now,
                Database.array("uuid", sorted, any -> UuidCreator.getTimeOrderedEpoch()),
                Database.array("text", sorted));
        return known;
    }

    public boolean exists(UUID id) {
        return database.first("select 1 from customer where id = ?", row -> 1, id)
                .isPresent();
    }

    public void add(UUID id, Instant now) {
        database.update("insert into customer (id, created_at) values (?, ?)", id, now);
    }

    /** The first partner that accepts a lead of the customer keeps it. */
    public void keepPartnerOfRecord(UUID customerId, UUID partnerId, Instant now) {
        database.update(
                "update customer set partner_of_record = ?, partner_of_record_since = ?"
                        + " where id = ? and partner_of_record is null",
                partnerId,
                now,
                customerId);
    }

    /** Gives the customer to another partner. */
    public void movePartnerOfRecord(UUID customerId, UUID partnerId, Instant now) {
        database.update(
                "update customer set partner_of_record = ?, partner_of_record_since = ? where id = ?",
                partnerId,
                now,
                customerId);
    }

    /** The partners of record of those customers that have one. */
    public Map<UUID, UUID> partnersOfRecord(Collection<UUID> customerIds) {
        Map<UUID, UUID> partners = new HashMap<>();
        database.query(
                "select id, partner_of_record from customer where id = any(?) and partner_of_record is not null",
                row -> partners.put(Database.id(row, "id"), Database.id(row, "partner_of_record")),
                Database.array("uuid", customerIds));
        return partners;
    }
}
