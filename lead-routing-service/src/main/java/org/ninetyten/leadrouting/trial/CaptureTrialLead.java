package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.CaptureLead;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.routing.LeadSource;

/** Makes a lead of what is known of a trial, the same way as any other lead is made. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CaptureTrialLead {

    private final CaptureLead captureLead;

    CaptureTrialLead(CaptureLead captureLead) {
        this.captureLead = captureLead;
    }

    /** The id of the lead, which may be one that is known already. */
    UUID capture(
            Trial trial,
            TrialCause cause,
            String externalId,
            @Nullable String message,
            @Nullable UUID chosenPartnerId) {
        NewTrial about = trial.about();
        LeadSource source = switch (cause) {
            case SCORE -> about.kind().source();
            case HELP -> LeadSource.HELP_REQUEST;
            case BUY -> LeadSource.ORDER;
        };
        return captureLead
                .capture(new NewLead(
                        externalId,
                        source,
                        about.product(),
                        about.company(),
                        about.contact(),
                        about.consent(),
                        about.country(),
                        about.subdivision(),
                        about.city(),
                        about.place(),
                        about.language(),
                        Set.of(),
                        null,
                        null,
                        null,
                        trial.customerExternalId(),
                        chosenPartnerId,
                        null,
                        null,
                        new NewLead.Details(null, null, about.externalId(), null, null, message, null, null, null)))
                .lead()
                .id();
    }
}
