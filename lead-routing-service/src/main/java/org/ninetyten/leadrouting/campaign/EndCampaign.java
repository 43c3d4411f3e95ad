package org.ninetyten.leadrouting.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** A campaign is over: leads that still name it take turns like any other. */
@ApplicationScoped
public class EndCampaign {

    private final PartnerCampaigns campaigns;
    private final Audit audit;
    private final Clock clock;

    EndCampaign(PartnerCampaigns campaigns, Audit audit, Clock clock) {
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends the campaign, once. */
    @Transactional
    public PartnerCampaign end(UUID id, String why, String by) {
        PartnerCampaign running = campaigns.require(id);
        if (!campaigns.end(id, clock.instant().truncatedTo(ChronoUnit.MICROS), by)) {
            throw ProblemException.illegalState("The campaign has ended.", List.of());
        }
        audit.record(by, "ended a campaign", id, running.campaign() + " of " + running.partnerId(), "ended", why);
        return campaigns.require(id);
    }
}
