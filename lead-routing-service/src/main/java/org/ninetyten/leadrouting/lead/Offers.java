package org.ninetyten.leadrouting.lead;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All offers. */
@ApplicationScoped
public class Offers implements PanacheRepositoryBase<Offer, UUID> {

    private final Database database;

    Offers(Database database) {
        this.database = database;
    }

    /** An offer that has just changed state. */
    record Answered(UUID offerId, UUID leadId, UUID partnerId, int policyVersion, Instant offeredAt) {}

    /** Adds offers that have just been made, in one statement. */
    void add(List<Offer> made) {
        if (made.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into offer (id, lead_id, partner_id, ordinal, state, decision_id, policy_version, offered_at,
                    expires_at, version)
                select id, lead_id, partner_id, ordinal, 'PENDING', decision_id, policy_version, offered_at, expires_at, 0
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::uuid[], ?::int[], ?::timestamptz[],
                              ?::timestamptz[])
                       as o (id, lead_id, partner_id, ordinal, decision_id, policy_version, offered_at, expires_at)""",
                Database.array("uuid", made, Offer::id),
                Database.array("uuid", made, Offer::leadId),
                Database.array("uuid", made, Offer::partnerId),
                Database.array("integer", made, Offer::ordinal),
                Database.array("uuid", made, Offer::decisionId),
                Database.array("integer", made, Offer::policyVersion),
                Database.array("timestamptz", made, Offer::offeredAt),
                Database.array("timestamptz", made, Offer::expiresAt));
    }

    /** The offer, which must exist. */
    public Offer require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("offer", id));
    }

    /**
     * Answers a live offer. The condition is the whole guard: of any number of answers one finds the offer pending, and
     * none finds it so from the instant on at which it expires.
     */
    Answered answer(
            UUID id, OfferState state, String by, @Nullable DeclineReason reason, @Nullable String note, Instant now) {
        return database.first("""
                        update offer set state = ?, answered_at = ?, answered_by = ?, decline_reason = ?,
                            decline_note = ?, version = version + 1
                         where id = ? and state = 'PENDING' and expires_at > ?
                        returning id, lead_id, partner_id, policy_version, offered_at""", Offers::answered, state, now, by, reason, note, id, now)
                .orElseThrow(() -> refusal(require(id)));
    }

    /** How long the partner took to answer, in minutes of its business time. */
    void keepAnswerMinutes(UUID id, int minutes) {
        database.update("update offer set answer_minutes = ? where id = ?", minutes, id);
    }

    private static Answered answered(ResultSet row) throws SQLException {
        return new Answered(
                Database.id(row, "id"),
                Database.id(row, "lead_id"),
                Database.id(row, "partner_id"),
                row.getInt("policy_version"),
                requireNonNull(Database.instant(row, "offered_at")));
    }

    private static ProblemException refusal(Offer offer) {
        return switch (offer.state()) {
            case ACCEPTED, DECLINED ->
                new ProblemException(LeadProblem.OFFER_ALREADY_ANSWERED, "The offer is " + offer.state() + " already.");
            case PENDING, EXPIRED ->
                new ProblemException(LeadProblem.OFFER_EXPIRED, "The offer expired at " + offer.expiresAt() + ".");
        };
    }

    /** Ends offers whose time is over. Several instances share the work: each passes over what another has locked. */
    List<Answered> expire(Instant now, int limit) {
        return database.query("""
                update offer set state = 'EXPIRED', answered_at = ?, version = version + 1
                 where id in (select id from offer where state = 'PENDING' and expires_at <= ?
                               order by expires_at limit ? for update skip locked)
                returning id, lead_id, partner_id, policy_version, offered_at""", Offers::answered, now, now, limit);
    }

    /** The partners that have declined these leads, or not answered in time, since they were last woken up. */
    public Map<UUID, Set<UUID>> refusals(Collection<UUID> leadIds) {
        Map<UUID, Set<UUID>> refusals = new HashMap<>();
        if (leadIds.isEmpty()) {
            return refusals;
        }
        database.query(
                """
                select o.lead_id, o.partner_id from offer o join lead l on l.id = o.lead_id
                 where o.lead_id = any(?) and (l.woken_at is null or o.offered_at > l.woken_at)""",
                row -> refusals.computeIfAbsent(Database.id(row, "lead_id"), any -> new HashSet<>())
                        .add(Database.id(row, "partner_id")),
                Database.array("uuid", leadIds));
        return refusals;
    }

    /** Whether the lead was ever offered to the partner. */
    public boolean wasOffered(UUID leadId, UUID partnerId) {
        return count("leadId = ?1 and partnerId = ?2", leadId, partnerId) > 0;
    }
}
