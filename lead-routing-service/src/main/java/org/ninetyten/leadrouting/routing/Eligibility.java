package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;

/** Says which filter, if any, keeps a partner from a lead. The index and the router ask the same question here. */
public record Eligibility(RoutingPolicy policy, LocalDate today) {

    /** The first filter that a partner fails when it has to wait its turn. */
    public @Nullable Filter inTurn(LeadProfile lead, Candidate candidate) {
        PartnerProfile partner = candidate.partner();
        Filter failed = ofRight(lead, partner);
        if (failed == null) {
            failed = ofSkill(lead, partner);
        }
        return failed == null ? ofRoom(lead, candidate) : failed;
    }

    /** A partner that comes first skips filters, but never its right to sell. */
    public @Nullable Filter first(Step step, LeadProfile lead, Candidate candidate) {
        PartnerProfile partner = candidate.partner();
        Filter failed = ofRight(lead, partner);
        if (failed != null) {
            return failed;
        }
        // The partner of record goes on serving its customer, whatever its cap: the cap is about new customers.
        if (step == Step.PARTNER_OF_RECORD) {
            return lead.refusedBy().contains(partner.id()) ? Filter.REFUSED_BEFORE : null;
        }
        return ofRoom(lead, candidate);
    }

    private static @Nullable Filter ofRight(LeadProfile lead, PartnerProfile partner) {
        if (!partner.isActive()) {
            return Filter.NOT_ACTIVE;
        }
        return partner.mayReach(lead.country(), lead.subdivision(), lead.place()) ? null : Filter.NO_RIGHT_TO_SELL;
    }

    private @Nullable Filter ofSkill(LeadProfile lead, PartnerProfile partner) {
        String language = lead.language();
        if (language != null && !partner.speaks(language)) {
            return Filter.LANGUAGE;
        }
        if (!partner.services().containsAll(lead.needs())) {
            return Filter.SERVICE;
        }
        for (IncomePoint need : lead.needs()) {
            if (policy.needsWithCredential().contains(need) && !partner.holds(need, today)) {
                return Filter.CREDENTIAL;
            }
        }
        return null;
    }

    private static @Nullable Filter ofRoom(LeadProfile lead, Candidate candidate) {
        PartnerProfile partner = candidate.partner();
        if (partner.paused()) {
            return Filter.PAUSED;
        }
        if (!partner.opens()) {
            return Filter.CALENDAR;
        }
        if (candidate.turn().openLeads() >= partner.openLeadCap()) {
            return Filter.AT_CAPACITY;
        }
        if (candidate.quotaLeft() == 0) {
            return Filter.OVER_QUOTA;
        }
        return !lead.refusedBy().isEmpty() && lead.refusedBy().contains(partner.id()) ? Filter.REFUSED_BEFORE : null;
    }
}
