package org.ninetyten.leadrouting.protection;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Conditions;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All protections. Of one customer and product, one is live at most: the database refuses a second one. */
@ApplicationScoped
@Transactional
public class Protections {

    private final Database database;

    Protections(Database database) {
        this.database = database;
    }

    /** What somebody may have protected. Products are the same in any case of their letters. */
    public record Wanted(UUID customerId, String product) {

        public Wanted {
            product = product.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a list is narrowed to.
     *
     * @param before the id of the last one on the page before
     */
    public record Filter(
            @Nullable ProtectionState state,
            @Nullable UUID partnerId,
            @Nullable UUID before) {}

    /** Who has what protected at the instant, looked up for any number in one statement. */
    public Map<Wanted, UUID> partners(Collection<Wanted> wanted, Instant now) {
        Map<Wanted, UUID> partners = new HashMap<>();
        if (wanted.isEmpty()) {
            return partners;
        }
        database.query(
                """
                select customer_id, product, partner_id from protection
                 where state = 'LIVE' and expires_at > ? and customer_id = any(?)""",
                row -> partners.put(
                        new Wanted(Database.id(row, "customer_id"), row.getString("product")),
                        Database.id(row, "partner_id")),
                now,
                Database.array(
                        "uuid",
                        wanted.stream().map(Wanted::customerId).distinct().toList()));
        partners.keySet().retainAll(wanted);
        return partners;
    }

    /** Adds a protection, unless the customer and product have a live one. */
    @Transactional(MANDATORY)
    public boolean add(Protection protection) {
        return database.update(
                        """
                        insert into protection (id, registration_id, customer_id, product, partner_id, deal_id, state,
                            granted_at, expires_at, policy_version, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        on conflict (customer_id, lower(product)) where state = 'LIVE' do nothing""",
                        protection.id(),
                        protection.registrationId(),
                        protection.customerId(),
                        protection.product(),
                        protection.partnerId(),
                        protection.dealId(),
                        protection.state(),
                        protection.grantedAt(),
                        protection.expiresAt(),
                        protection.policyVersion())
                == 1;
    }

    public Protection require(UUID id) {
        return database.first("select * from protection where id = ?", Protections::protection, id)
                .orElseThrow(() -> ProblemException.notFound("protection", id));
    }

    @Transactional(MANDATORY)
    Protection lock(UUID id) {
        return database.first("select * from protection where id = ? for update", Protections::protection, id)
                .orElseThrow(() -> ProblemException.notFound("protection", id));
    }

    @Transactional(MANDATORY)
    Protection extend(UUID id, Instant until, String what, LocalDate on, Instant now) {
        return database.first("""
                        update protection set expires_at = ?, extended_at = ?, proof_what = ?, proof_on = ?,
                            version = version + 1
                         where id = ? returning *""", Protections::protection, until, now, what, on, id)
                .orElseThrow();
    }

    /** Ends protections whose time is over, those that another instance has are passed over. */
    @Transactional(MANDATORY)
    List<Protection> expire(Instant now, int limit) {
        return database.query("""
                update protection set state = 'EXPIRED', ended_at = ?, version = version + 1
                 where id in (select id from protection where state = 'LIVE' and expires_at <= ?
                               order by expires_at limit ? for update skip locked)
                returning *""", Protections::protection, now, now, limit);
    }

    /** Ends the protection of a customer and product whose time is over, if there is one. */
    @Transactional(MANDATORY)
    Optional<Protection> expireOf(Wanted wanted, Instant now) {
        return database.first("""
                update protection set state = 'EXPIRED', ended_at = ?, version = version + 1
                 where customer_id = ? and lower(product) = ? and state = 'LIVE' and expires_at <= ?
                returning *""", Protections::protection, now, wanted.customerId(), wanted.product(), now);
    }

    /** Ends the live protection of a deal, if it has one. */
    @Transactional(MANDATORY)
    Optional<Protection> endOfDeal(UUID dealId, ProtectionState as, Instant now) {
        return database.first("""
                update protection set state = ?, ended_at = ?, version = version + 1
                 where deal_id = ? and state = 'LIVE' returning *""", Protections::protection, as, now, dealId);
    }

    /** Ends the live protection that a partner has of a customer and product, if it has one. */
    @Transactional(MANDATORY)
    Optional<Protection> endOf(Wanted wanted, UUID partnerId, ProtectionState as, Instant now) {
        return database.first("""
                update protection set state = ?, ended_at = ?, version = version + 1
                 where customer_id = ? and lower(product) = ? and partner_id = ? and state = 'LIVE'
                returning *""", Protections::protection, as, now, wanted.customerId(), wanted.product(), partnerId);
    }

    /** Protections, newest first. */
    public List<Protection> list(Filter filter, int limit) {
        Conditions conditions = new Conditions()
                .and("state = ?", filter.state())
                .and("partner_id = ?", filter.partnerId())
                .and("id < ?", filter.before());
        return database.query(
                "select * from protection where " + conditions.sql() + " order by id desc limit ?",
                Protections::protection,
                conditions.with(limit));
    }

    private static Protection protection(ResultSet row) throws SQLException {
        return new Protection(
                Database.id(row, "id"),
                Database.id(row, "registration_id"),
                Database.id(row, "customer_id"),
                row.getString("product"),
                Database.id(row, "partner_id"),
                Database.uuid(row, "deal_id"),
                ProtectionState.valueOf(row.getString("state")),
                Objects.requireNonNull(Database.instant(row, "granted_at")),
                Objects.requireNonNull(Database.instant(row, "expires_at")),
                Database.instant(row, "ended_at"),
                Database.instant(row, "extended_at"),
                row.getString("proof_what"),
                Database.date(row, "proof_on"),
                row.getInt("policy_version"),
                row.getLong("version"));
    }
}
