package org.ninetyten.leadrouting.lead;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.identity.IdentityKey;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.messaging.http.ProblemException;

/** All leads. */
@ApplicationScoped
public class Leads implements PanacheRepositoryBase<Lead, UUID> {

    private static final String COLUMNS = """
            id, external_id, source, product, company, contact_name, contact_email, contact_phone, consent, country,
            subdivision, city, latitude, longitude, language, needs, size_band, budget_band, customer_id,
            chosen_partner_id, host_partner_id, event_id, status, correlation_id, company_website, tax_id, portal_id,
            campaign, form, message, consent_version, consent_text, consent_at, merged_into, spam_rule, review_reasons,
            moved_by, moved_why, moved_at, offers, created_at, changed_at, version""";

    // A null has no type of its own; those of other types than text are told theirs.
    private static final String INSERT_ONE = "with a_customer as (insert into customer (id, created_at)"
            + " select ?::uuid, ?::timestamptz where ?), a_lead as (insert into lead (" + COLUMNS + """
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::float8, ?::float8, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::uuid, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::uuid, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?))
            insert into lead_key (key, captured_at, lead_id, name_triples, name_bits)
            select key, ?, ?, triples, bits
              from unnest(?::uuid[], ?::smallint[], ?::bigint[]) as k (key, triples, bits)""";

    /** Up to here the statements cost less than the six round trips of three streams. */
    private static final int FEW = 16;

    private final Database database;

    Leads(Database database) {
        this.database = database;
    }

    /** A lead that is written for the first time, with what belongs to it. */
    record Incoming(Lead lead, boolean withNewCustomer, List<IdentityKey> keys) {}

    /**
     * Adds leads that are not known; the locks of {@link Identity#look} keep others from adding them meanwhile. A few are
     * written by a statement for each with all that belongs to it, in one round trip, many by three streams of rows.
     */
    void add(List<Incoming> incoming) {
        if (incoming.size() <= FEW) {
            database.batch(INSERT_ONE, incoming.stream().map(Leads::row).toList());
        } else {
            addMany(incoming);
        }
    }

    private static @Nullable Object[] row(Incoming incoming) {
        List<@Nullable Object> values = new ArrayList<>();
        Lead lead = incoming.lead();
        values.add(lead.customerId());
        values.add(lead.createdAt());
        values.add(incoming.withNewCustomer());
        values.addAll(columns(lead));
        values.add(lead.createdAt());
        values.add(lead.id());
        values.add(Database.array("uuid", incoming.keys(), IdentityKey::digest));
        values.add(Database.array("smallint", incoming.keys(), Leads::triples));
        values.add(Database.array("bigint", incoming.keys(), Leads::bits));
        return values.toArray();
    }

    private void addMany(List<Incoming> incoming) {
        database.copy("customer (id, created_at)", incoming, (row, one) -> {
            if (one.withNewCustomer()) {
                row.add(one.lead().customerId()).add(one.lead().createdAt()).end();
            }
        });
        database.copy("lead (" + COLUMNS + ")", incoming, (row, one) -> {
            columns(one.lead()).forEach(row::add);
            row.end();
        });
        database.copyBinary("lead_key (key, captured_at, lead_id, name_triples, name_bits)", incoming, (row, one) -> {
            for (IdentityKey key : one.keys()) {
                row.begin(5);
                row.add(key.digest()).add(one.lead().createdAt()).add(one.lead().id());
                row.add(triples(key)).add(bits(key));
            }
        });
    }

    private static @Nullable Short triples(IdentityKey key) {
        return key.name() == null ? null : (short) key.name().triples();
    }

    private static @Nullable Long bits(IdentityKey key) {
        return key.name() == null ? null : key.name().bits();
    }

    private static List<@Nullable Object> columns(Lead lead) {
        Contact contact = lead.contact();
        Place place = lead.place();
        return Arrays.asList(
                lead.id(),
                lead.externalId(),
                lead.source(),
                lead.product(),
                lead.company(),
                contact == null ? null : contact.name(),
                contact == null ? null : contact.email(),
                contact == null ? null : contact.phone(),
                lead.consent(),
                lead.country(),
                lead.subdivision(),
                lead.city(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                lead.language(),
                Database.array("text", lead.needs()),
                lead.sizeBand(),
                lead.budgetBand(),
                lead.customerId(),
                lead.chosenPartnerId(),
                lead.hostPartnerId(),
                lead.eventId(),
                lead.status(),
                lead.correlationId(),
                lead.companyWebsite(),
                lead.taxId(),
                lead.portalId(),
                lead.campaign(),
                lead.form(),
                lead.message(),
                lead.consentVersion(),
                lead.consentText(),
                lead.consentAt(),
                lead.mergedInto(),
                lead.spamRule(),
                Database.array("text", lead.reviewReasons()),
                lead.movedBy(),
                lead.movedWhy(),
                lead.movedAt(),
                0,
                lead.createdAt(),
                lead.changedAt(),
                0L);
    }

    Optional<Lead> byExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    /** The lead, which must exist. */
    Lead require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("lead", id));
    }

    /** Whether a deal of the lead is still being worked on. */
    boolean hasOpenDeal(UUID id) {
        return database.first("select 1 from deal where lead_id = ? and status in ('OPEN', 'PROPOSED')", row -> 1, id)
                .isPresent();
    }

    /** Leads that rest until this day or an earlier one, locked; those that another instance has are passed over. */
    @SuppressWarnings("unchecked")
    List<Lead> lockToWake(LocalDate today, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from lead where status = 'NURTURE' and nurture_until <= :today"
                                + " order by nurture_until limit :limit for update skip locked",
                        Lead.class)
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The lead, locked until the end of the transaction. */
    public Lead lock(UUID id) {
        Lead lead = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (lead == null) {
            throw ProblemException.notFound("lead", id);
        }
        return lead;
    }

    /** The leads, locked in the order of their ids. */
    List<Lead> lock(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("from Lead l where l.id in :ids order by l.id", Lead.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * The leads that have waited longest to be routed, locked. Leads are independent of each other, so an instance
     * passes over those that another one is routing.
     *
     * @param notNow leads that are left for later
     */
    @SuppressWarnings("unchecked")
    List<Lead> lockWaiting(Set<UUID> notNow, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from lead where status = 'ROUTING' and id <> all(:notNow)"
                                + " order by changed_at limit :limit for update skip locked",
                        Lead.class)
                .setParameter("notNow", notNow.toArray(UUID[]::new))
                .setParameter("limit", limit)
                .getResultList();
    }

    /**
     * Writes where leads of this transaction went that it holds locked: state and its reason, partner and number of offers, in
     * one statement. They are no longer watched for changes.
     */
    void writeMoved(List<Lead> moved) {
        if (moved.isEmpty()) {
            return;
        }
        EntityManager entities = getEntityManager();
        moved.forEach(entities::detach);
        int written = database.update(
                """
                update lead l set status = n.status, partner_id = n.partner_id, offers = n.offers,
                    desk_reason = n.desk_reason, changed_at = n.changed_at, version = l.version + 1
                  from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::bigint[])
                       as n (id, status, partner_id, offers, desk_reason, changed_at, version)
                 where l.id = n.id and l.version = n.version""",
                Database.array("uuid", moved, Lead::id),
                Database.array("text", moved, Lead::status),
                Database.array("uuid", moved, Lead::partnerId),
                Database.array("integer", moved, Lead::offers),
                Database.array("text", moved, Lead::deskReason),
                Database.array("timestamptz", moved, Lead::changedAt),
                Database.array("bigint", moved, Lead::version));
        if (written != moved.size()) {
            throw new IllegalStateException(
                    "Only " + written + " of " + moved.size() + " leads were as they were read.");
        }
    }
}
