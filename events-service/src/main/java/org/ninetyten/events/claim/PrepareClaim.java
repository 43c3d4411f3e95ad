package org.ninetyten.events.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.policy.ProgrammePolicies;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** A host opens a claim, writes its lines and hands it in. */
@ApplicationScoped
public class PrepareClaim {

    private final Claims claims;
    private final CostLines costLines;
    private final MarketingEvents events;
    private final ProgrammePolicies policies;
    private final Clock clock;

    @Inject
    PrepareClaim(Claims claims, CostLines costLines, MarketingEvents events, ProgrammePolicies policies, Clock clock) {
        this.claims = claims;
        this.costLines = costLines;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /** Opens the claim of an event. The event is locked, so that there is one claim even when two are opened at once. */
    @Transactional
    public Claim open(UUID eventId) {
        MarketingEvent event = events.lock(eventId);
        if (claims.existsFor(eventId)) {
            throw new ProblemException(
                    EventsProblem.CLAIM_ALREADY_OPENED, "There is a claim for event " + eventId + " already");
        }
        Claim claim = Claim.open(event, policies.version(event.policyVersion()), clock.instant());
        claims.persist(claim);
        return claim;
    }

    /** Writes the lines anew, if the claim is still the version that the host has read. */
    @Transactional
    public Claim replaceLines(UUID claimId, long expectedVersion, List<Cost> costs) {
        Instant now = clock.instant();
        Claim claim = claims.lock(claimId);
        if (claim.version() != expectedVersion) {
            throw new ProblemException(GeneralProblem.STALE_VERSION, "The claim has changed since you read it");
        }
        claim.replaceLines(now);
        // The day begins first at the date line: nobody's today is later.
        LocalDate latestToday = now.atOffset(ZoneOffset.MAX).toLocalDate();
        for (int line = 0; line < costs.size(); line++) {
            if (!costs.get(line).isDatedUpTo(latestToday)) {
                throw ProblemException.invalid("lines[" + line + "].invoiceDate", "lies in the future or long ago");
            }
        }
        costLines.replace(claimId, costs);
        claims.flush();
        return claim;
    }

    /** Hands the claim in. */
    @Transactional
    public Claim submit(UUID claimId) {
        Claim claim = claims.lock(claimId);
        claim.submit(costLines.of(claimId).size(), clock.instant());
        return claim;
    }
}
