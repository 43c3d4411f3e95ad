package org.ninetyten.leadrouting.trial.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.trial.NewTrial;
import org.ninetyten.leadrouting.trial.Trial;
import org.ninetyten.leadrouting.trial.TrialKind;
import org.ninetyten.leadrouting.trial.TrialLead;
import org.ninetyten.leadrouting.trial.TrialQueries;

/** A trial, its score at this moment, and the leads that it made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialResponse(
        String externalId,
        TrialKind kind,
        String product,
        @Nullable String company,

        @Schema(description = "Only for staff that talks to customers.") @Nullable
        Contact contact,

        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String city,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String language,
        @Nullable String customerExternalId,
        boolean consent,
        Instant signedUpAt,

        @Schema(description = "When it was decided that the trial makes a lead.") @Nullable
        Instant decidedAt,

        @Schema(description = "When the newest signal that counts occurred.") @Nullable
        Instant lastSignalAt,

        @Schema(description = "Only when one trial is read.") @Nullable
        ScoreResponse score,

        @Schema(description = "The first one first. Only when one trial is read.") @Nullable
        List<TrialLeadResponse> leads) {

    static TrialResponse started(Trial trial) {
        return of(trial, null, null, null, null);
    }

    static TrialResponse read(TrialQueries.Scored scored, boolean withPerson) {
        Trial trial = scored.trial();
        List<TrialLead> leads = scored.leads();
        return of(
                trial,
                withPerson ? trial.about().contact() : null,
                scored.lastSignalAt(),
                ScoreResponse.from(scored.score()),
                leads.stream()
                        .map(lead -> TrialLeadResponse.from(lead, withPerson))
                        .toList());
    }

    private static TrialResponse of(
            Trial trial,
            @Nullable Contact contact,
            @Nullable Instant lastSignalAt,
            @Nullable ScoreResponse score,
            @Nullable List<TrialLeadResponse> leads) {
        NewTrial about = trial.about();
        Place place = about.place();
        return new TrialResponse(
                about.externalId(),
                about.kind(),
                about.product(),
                about.company(),
                contact,
                about.country(),
                about.subdivision(),
                about.city(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                about.language(),
                about.customerExternalId(),
                about.consent(),
                about.signedUpAt(),
                trial.decidedAt(),
                lastSignalAt,
                score,
                leads);
    }
}
