package org.ninetyten.leadrouting.campaign;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.http.ProblemException;

/** A partner runs a campaign: from now on it comes first for the leads that the campaign brings. */
@ApplicationScoped
public class StartCampaign {

    private final PartnerCampaigns campaigns;
    private final Partners partners;
    private final Audit audit;
    private final Clock clock;

    StartCampaign(PartnerCampaigns campaigns, Partners partners, Audit audit, Clock clock) {
        this.campaigns = campaigns;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts the campaign, unless one of this name is running, however it is spelled. */
    @Transactional
    public PartnerCampaign start(String campaign, UUID partnerId, String by) {
        if (partners.find(partnerId).isEmpty()) {
            throw ProblemException.invalid("partnerId", "is not a partner that is known");
        }
        PartnerCampaign started = new PartnerCampaign(
                UuidCreator.getTimeOrderedEpoch(),
                campaign,
                partnerId,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        if (!campaigns.add(started, by)) {
            throw new ProblemException(CampaignProblem.CAMPAIGN_TAKEN, "End the running campaign first.")
                    .field("campaign", "is running already");
        }
        audit.record(by, "started a campaign", started.id(), "not running", campaign + " of " + partnerId, null);
        return started;
    }
}
