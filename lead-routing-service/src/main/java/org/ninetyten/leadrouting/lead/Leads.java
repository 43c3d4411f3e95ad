package org.ninetyten.leadrouting.lead;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.messaging.http.ProblemException;

/** All leads. */
@ApplicationScoped
public class Leads implements PanacheRepositoryBase<Lead, UUID> {

    private final Database database;

    Leads(Database database) {
        this.database = database;
    }

    /** Adds the lead, unless one with its external id is known; says whether it did. */
    boolean addUnlessKnown(Lead lead) {
        Contact contact = lead.contact();
        Place place = lead.place();
        // Not persist(): two captures of one external id at once must end in one lead and no error.
        return database.update(
                        """
                        insert into lead (id, external_id, source, product, company, contact_name, contact_email,
                            contact_phone, consent, country, subdivision, city, latitude, longitude, language, needs,
                            size_band, budget_band, customer_id, chosen_partner_id, host_partner_id, event_id, status,
                            correlation_id, offers, created_at, changed_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::float8, ?::float8, ?, ?, ?, ?, ?, ?::uuid,
                            ?::uuid, ?::uuid, ?, ?, 0, ?, ?, 0)
                        on conflict (external_id) do nothing""",
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
                        lead.createdAt(),
                        lead.changedAt())
                == 1;
    }

    Optional<Lead> byExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
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
}
