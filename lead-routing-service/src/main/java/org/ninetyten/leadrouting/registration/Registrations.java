package org.ninetyten.leadrouting.registration;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Conditions;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All deal registrations. */
@ApplicationScoped
@Transactional
public class Registrations {

    private final Database database;

    Registrations(Database database) {
        this.database = database;
    }

    /**
     * What a list is narrowed to.
     *
     * @param before the id of the last one on the page before
     */
    public record Filter(
            @Nullable RegistrationState state,
            @Nullable UUID partnerId,
            @Nullable UUID before) {}

    @Transactional(MANDATORY)
    void add(DealRegistration registration) {
        Claim claim = registration.claim();
        database.update(
                """
                insert into deal_registration (id, partner_id, customer_id, product, currency, company, country, city,
                    note, state, reason, claim_kind, claim_partner_id, claim_customer_id, protection_id, deal_id,
                    registered_at, registered_by, decided_at, decided_by, policy_version, version)
                values (?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?,
                    ?::timestamptz, ?, ?, 0)""",
                registration.id(),
                registration.partnerId(),
                registration.customerId(),
                registration.product(),
                registration.currency(),
                registration.company(),
                registration.country(),
                registration.city(),
                registration.note(),
                registration.state(),
                registration.reason(),
                claim == null ? null : claim.kind(),
                claim == null ? null : claim.partnerId(),
                claim == null ? null : claim.customerId(),
                registration.protectionId(),
                registration.dealId(),
                registration.registeredAt(),
                registration.registeredBy(),
                registration.decidedAt(),
                registration.decidedBy(),
                registration.policyVersion());
    }

    @Transactional(MANDATORY)
    DealRegistration update(DealRegistration registration) {
        return database.first(
                        """
                        update deal_registration set customer_id = ?::uuid, state = ?, reason = ?,
                            protection_id = ?::uuid, deal_id = ?::uuid, decided_at = ?::timestamptz, decided_by = ?,
                            version = version + 1
                         where id = ? returning *""",
                        Registrations::registration,
                        registration.customerId(),
                        registration.state(),
                        registration.reason(),
                        registration.protectionId(),
                        registration.dealId(),
                        registration.decidedAt(),
                        registration.decidedBy(),
                        registration.id())
                .orElseThrow();
    }

    public DealRegistration require(UUID id) {
        return database.first("select * from deal_registration where id = ?", Registrations::registration, id)
                .orElseThrow(() -> ProblemException.notFound("registration", id));
    }

    @Transactional(MANDATORY)
    DealRegistration lock(UUID id) {
        return database.first(
                        "select * from deal_registration where id = ? for update", Registrations::registration, id)
                .orElseThrow(() -> ProblemException.notFound("registration", id));
    }

    /** Registrations, newest first. */
    public List<DealRegistration> list(Filter filter, int limit) {
        Conditions conditions = new Conditions()
                .and("state = ?", filter.state())
                .and("partner_id = ?", filter.partnerId())
                .and("id < ?", filter.before());
        return database.query(
                "select * from deal_registration where " + conditions.sql() + " order by id desc limit ?",
                Registrations::registration,
                conditions.with(limit));
    }

    private static DealRegistration registration(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String claim = row.getString("claim_kind");
        return new DealRegistration(
                Database.id(row, "id"),
                Database.id(row, "partner_id"),
                Database.uuid(row, "customer_id"),
                row.getString("product"),
                row.getString("currency"),
                row.getString("company"),
                row.getString("country"),
                row.getString("city"),
                row.getString("note"),
                RegistrationState.valueOf(row.getString("state")),
                reason == null ? null : RefusalReason.valueOf(reason),
                claim == null
                        ? null
                        : new Claim(
                                ClaimKind.valueOf(claim),
                                Database.id(row, "claim_partner_id"),
                                Database.id(row, "claim_customer_id")),
                Database.uuid(row, "protection_id"),
                Database.uuid(row, "deal_id"),
                Objects.requireNonNull(Database.instant(row, "registered_at")),
                row.getString("registered_by"),
                Database.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getInt("policy_version"),
                row.getLong("version"));
    }
}
