package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** Lists of leads and offers, newest first. */
@ApplicationScoped
@Transactional
public class LeadQueries {

    private final Leads leads;
    private final Offers offers;

    LeadQueries(Leads leads, Offers offers) {
        this.leads = leads;
        this.offers = offers;
    }

    /**
     * What a list of leads is narrowed to.
     *
     * @param partnerId the partner that has the lead or is being offered it
     * @param offeredTo a partner that was ever offered the lead
     * @param before the id of the last lead on the page before
     */
    public record LeadFilter(
            @Nullable LeadStatus status,
            @Nullable UUID partnerId,
            @Nullable String externalId,
            @Nullable UUID offeredTo,
            @Nullable UUID before) {}

    /** What a list of offers is narrowed to. */
    public record OfferFilter(
            @Nullable OfferState state,
            @Nullable UUID partnerId,
            @Nullable UUID leadId,
            @Nullable UUID before) {}

    public Lead one(UUID id) {
        return leads.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("lead", id));
    }

    /** Whether the partner has accepted the lead, now or before it was recalled. */
    public boolean wasAccepted(UUID leadId, UUID partnerId) {
        return offers.count("leadId = ?1 and partnerId = ?2 and state = ?3", leadId, partnerId, OfferState.ACCEPTED)
                > 0;
    }

    public List<Lead> list(LeadFilter filter, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        narrow(where, values, "status = :status", "status", filter.status());
        narrow(where, values, "partnerId = :partnerId", "partnerId", filter.partnerId());
        narrow(where, values, "externalId = :externalId", "externalId", filter.externalId());
        narrow(
                where,
                values,
                "id in (select o.leadId from Offer o where o.partnerId = :offeredTo)",
                "offeredTo",
                filter.offeredTo());
        narrow(where, values, "id < :before", "before", filter.before());
        return leads.find(where + " order by id desc", values).page(0, limit).list();
    }

    public List<Offer> list(OfferFilter filter, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        narrow(where, values, "state = :state", "state", filter.state());
        narrow(where, values, "partnerId = :partnerId", "partnerId", filter.partnerId());
        narrow(where, values, "leadId = :leadId", "leadId", filter.leadId());
        narrow(where, values, "id < :before", "before", filter.before());
        return offers.find(where + " order by id desc", values).page(0, limit).list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
