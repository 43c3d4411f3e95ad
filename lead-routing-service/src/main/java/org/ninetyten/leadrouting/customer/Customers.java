package org.ninetyten.leadrouting.customer;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

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

    /** A customer, as far as it is no person's data. */
    public record Customer(
            UUID id,
            @Nullable String externalId,
            @Nullable UUID partnerOfRecord,
            @Nullable Instant partnerOfRecordSince,
            Instant createdAt) {}

    @Transactional
    public Customer require(UUID id) {
        return database.first("select * from customer where id = ?", Customers::customer, id)
                .orElseThrow(() -> ProblemException.notFound("customer", id));
    }

    Customer lock(UUID id) {
        return database.first("select * from customer where id = ? for update", Customers::customer, id)
                .orElseThrow(() -> ProblemException.notFound("customer", id));
    }

    /** Gives the customer to another partner, or to none, and keeps that it was so. */
    void move(PartnerOfRecordMove move) {
        database.update(
                "update customer set partner_of_record = ?::uuid, partner_of_record_since = ?::timestamptz where id = ?",
                move.toPartnerId(),
                move.toPartnerId() == null ? null : move.movedAt(),
                move.customerId());
        addMoves(List.of(move));
    }

    private void addMoves(List<PartnerOfRecordMove> moves) {
        database.update(
                """
                insert into partner_of_record_move (id, customer_id, from_partner_id, to_partner_id, cause, why, moved_at,
                    moved_by)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::text[])""",
                Database.array("uuid", moves, PartnerOfRecordMove::id),
                Database.array("uuid", moves, PartnerOfRecordMove::customerId),
                Database.array("uuid", moves, PartnerOfRecordMove::fromPartnerId),
                Database.array("uuid", moves, PartnerOfRecordMove::toPartnerId),
                Database.array("text", moves, PartnerOfRecordMove::cause),
                Database.array("text", moves, PartnerOfRecordMove::why),
                Database.array("timestamptz", moves, PartnerOfRecordMove::movedAt),
                Database.array("text", moves, PartnerOfRecordMove::movedBy));
    }

    /** How the customer went from partner to partner, the newest move first. */
    @Transactional
    public List<PartnerOfRecordMove> moves(UUID customerId) {
        return database.query(
                "select * from partner_of_record_move where customer_id = ? order by id desc limit 200",
                row -> new PartnerOfRecordMove(
                        Database.id(row, "id"),
                        Database.id(row, "customer_id"),
                        Database.uuid(row, "from_partner_id"),
                        Database.uuid(row, "to_partner_id"),
                        PartnerOfRecordMove.Cause.valueOf(row.getString("cause")),
                        row.getString("why"),
                        Objects.requireNonNull(Database.instant(row, "moved_at")),
                        row.getString("moved_by")),
                customerId);
    }

    /** Notes which partners are suspended or terminated, and which are so no more. */
    void notePartnersOut(Instant now) {
        database.update("""
                with back as (
                    delete from partner_out o
                     where not exists (select 1 from partner p where p.partner_id = o.partner_id
                                          and p.status in ('SUSPENDED', 'TERMINATED')))
                insert into partner_out (partner_id, since)
                select partner_id, ? from partner where status in ('SUSPENDED', 'TERMINATED')
                on conflict do nothing""", now);
    }

    /** Takes customers from partners that have been out since then; those that another instance has are passed over. */
    List<PartnerOfRecordMove> lapse(Instant outSince, Instant now, int limit) {
        List<PartnerOfRecordMove> moves = database.query(
                """
                with lost as (
                    select c.id, c.partner_of_record
                      from partner_out o join customer c on c.partner_of_record = o.partner_id
                     where o.since <= ? limit ? for update of c skip locked)
                update customer c set partner_of_record = null, partner_of_record_since = null
                  from lost where c.id = lost.id
                returning c.id, lost.partner_of_record""",
                row -> new PartnerOfRecordMove(
                        UuidCreator.getTimeOrderedEpoch(),
                        Database.id(row, "id"),
                        Database.id(row, "partner_of_record"),
                        null,
                        PartnerOfRecordMove.Cause.LAPSED,
                        "The partner was suspended or terminated for too long.",
                        now,
                        "rule"),
                outSince,
                limit);
        if (!moves.isEmpty()) {
            addMoves(moves);
        }
        return moves;
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                Database.id(row, "id"),
                row.getString("external_id"),
                Database.uuid(row, "partner_of_record"),
                Database.instant(row, "partner_of_record_since"),
                Objects.requireNonNull(Database.instant(row, "created_at")));
    }

    /**
     * Takes the customer from a partner whose lead was recalled. Who has, or had, a deal with the customer keeps it.
     *
     * @return the move, or none if the customer stays or was another's
     */
    public List<PartnerOfRecordMove> releaseAfterRecall(
            UUID customerId, UUID partnerId, String why, Instant now, String by) {
        List<PartnerOfRecordMove> moves = database.query(
                """
                update customer set partner_of_record = null, partner_of_record_since = null
                 where id = ? and partner_of_record = ?
                   and not exists (select 1 from deal d where d.customer_id = customer.id and d.partner_id = ?)
                returning id""",
                row -> new PartnerOfRecordMove(
                        UuidCreator.getTimeOrderedEpoch(),
                        customerId,
                        partnerId,
                        null,
                        PartnerOfRecordMove.Cause.RECALLED,
                        why,
                        now,
                        by),
                customerId,
                partnerId,
                partnerId);
        if (!moves.isEmpty()) {
            addMoves(moves);
        }
        return moves;
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
