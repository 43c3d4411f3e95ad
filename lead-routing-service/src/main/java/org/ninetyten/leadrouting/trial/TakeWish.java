package org.ninetyten.leadrouting.trial;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody says "I want help" or "I want to buy": that makes a lead at once, whatever the score. */
@ApplicationScoped
public class TakeWish {

    private final Trials trials;
    private final TrialLeads leads;
    private final CaptureTrialLead captureLead;
    private final Clock clock;

    TakeWish(Trials trials, TrialLeads leads, CaptureTrialLead captureLead, Clock clock) {
        this.trials = trials;
        this.leads = leads;
        this.captureLead = captureLead;
        this.clock = clock;
    }

    /**
     * What somebody wishes.
     *
     * @param id the product's own id of the wish, unique in its trial; the same one again is the same wish
     */
    public record Wish(
            @Nullable String id,
            TrialCause cause,
            @Nullable String message,
            @Nullable UUID chosenPartnerId) {}

    /** The lead that the wish made, and whether it was made now. */
    public record Taken(TrialLead lead, boolean isNew) {}

    @Transactional
    public Taken take(String trialExternalId, Wish wish) {
        Trial trial = trials.lock(trialExternalId);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String externalId = "trial:" + trialExternalId + ":wish:" + (wish.id() == null ? id.toString() : wish.id());
        Optional<TrialLead> known = leads.byExternalId(externalId);
        if (known.isPresent()) {
            return new Taken(known.get(), false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID leadId = captureLead.capture(trial, wish.cause(), externalId, wish.message(), wish.chosenPartnerId());
        TrialLead lead = new TrialLead(
                id,
                trial.id(),
                wish.cause(),
                externalId,
                leadId,
                null,
                wish.message(),
                wish.chosenPartnerId(),
                now,
                0,
                null);
        leads.add(List.of(lead), now);
        leads.made(id, leadId, trialExternalId);
        // A partner talks to the customer already: usage need not make another lead.
        trials.decided(List.of(trial.id()), now);
        return new Taken(lead, true);
    }
}
