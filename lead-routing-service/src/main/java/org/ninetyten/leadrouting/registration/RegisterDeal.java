package org.ninetyten.leadrouting.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.identity.Domains;
import org.ninetyten.leadrouting.identity.Identity;
import org.ninetyten.leadrouting.identity.Identity.Recognition;
import org.ninetyten.leadrouting.identity.IdentityKey;
import org.ninetyten.leadrouting.identity.IdentityKeys;
import org.ninetyten.leadrouting.identity.KeyKind;
import org.ninetyten.leadrouting.intake.LeadPolicies;
import org.ninetyten.leadrouting.intake.LeadPolicy;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Registers a partner's own customer and answers at once. Registrations that share a key wait for each other until the
 * end of the transaction, so that of several at once the first valid one wins and the others see it.
 */
@ApplicationScoped
public class RegisterDeal {

    /** Who decides what a rule decides. */
    static final String RULE = "rule";

    private final Registrations registrations;
    private final Claims claims;
    private final GrantRegistration grantRegistration;
    private final OpenCase openCase;
    private final Identity identity;
    private final IdentityKeys identityKeys;
    private final Partners partners;
    private final Customers customers;
    private final LeadPolicies leadPolicies;
    private final DealPolicies policies;
    private final RegistrationEvents events;
    private final Clock clock;

    RegisterDeal(
            Registrations registrations,
            Claims claims,
            GrantRegistration grantRegistration,
            OpenCase openCase,
            Identity identity,
            IdentityKeys identityKeys,
            Partners partners,
            Customers customers,
            LeadPolicies leadPolicies,
            DealPolicies policies,
            RegistrationEvents events,
            Clock clock) {
        this.registrations = registrations;
        this.claims = claims;
        this.grantRegistration = grantRegistration;
        this.openCase = openCase;
        this.identity = identity;
        this.identityKeys = identityKeys;
        this.partners = partners;
        this.customers = customers;
        this.leadPolicies = leadPolicies;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** The registration with its answer, and the case when a person has to decide. */
    public record Answer(
            DealRegistration registration, @Nullable RegistrationCase conflict) {}

    /**
     * Registers.
     *
     * @param evidence kept for the case, if there is one
     */
    @Transactional
    public Answer register(NewRegistration about, Evidence.@Nullable Brought evidence, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DealPolicy policy = policies.validAt(now);
        LeadPolicy leadPolicy = leadPolicies.validAt(now);
        PartnerProfile partner = partners.find(about.partnerId())
                .orElseThrow(() -> ProblemException.invalid("partnerId", "is not a partner that is known"));
        Recognition known = look(about, leadPolicy, now);
        List<Claim> found = claims.byKeys(
                known.keys().stream()
                        .filter(key -> key.kind().isExact())
                        .map(IdentityKey::digest)
                        .toList(),
                about.product(),
                now);
        refuseSecondTime(about, found);
        Verdict verdict = Verdict.of(new Verdict.Facts(
                about.partnerId(),
                partner.isActive(),
                partner.mayReach(about.country(), about.subdivision(), about.place()),
                kinds(known),
                hasFreeMail(about, leadPolicy),
                found,
                claims.byLeads(
                        known.similar().stream().map(Identity.Similar::leadId).toList(), about.product(), now)));
        DealRegistration registration = received(about, known.customerId(), policy, by, now);
        Answer answer = switch (verdict) {
            case Verdict.Refused refused ->
                new Answer(registration.refused(refused.reason(), refused.claim(), RULE, now), null);
            case Verdict.Granted granted -> grant(registration, known, policy, now);
            case Verdict.Unclear unclear ->
                new Answer(registration.disputed(customer(known, now), unclear.claim()), null);
        };
        registrations.add(answer.registration());
        if (verdict instanceof Verdict.Unclear unclear) {
            answer = new Answer(answer.registration(), openCase(answer.registration(), unclear, evidence, policy, by));
        }
        events.publish(new RegistrationEvent.Registered(answer.registration()));
        events.publish(new RegistrationEvent.Decided(answer.registration(), answer.conflict(), now));
        return answer;
    }

    private Recognition look(NewRegistration about, LeadPolicy policy, Instant now) {
        return identity.look(
                        List.of(new Identity.Subject(
                                identityKeys.of(about.traits(), policy.freeMailDomains()),
                                about.traits().company(),
                                about.product(),
                                null,
                                null,
                                null)),
                        new Identity.Comparison(
                                Set.of(),
                                // A customer of years ago is a customer.
                                Instant.EPOCH,
                                now,
                                1,
                                policy.similarityPermil(),
                                policy.candidatesShown()))
                .of(0);
    }

    private static void refuseSecondTime(NewRegistration about, List<Claim> claims) {
        claims.stream()
                .filter(claim -> claim.partnerId().equals(about.partnerId()))
                .filter(claim -> claim.kind() == ClaimKind.PROTECTION || claim.kind() == ClaimKind.CONFLICT)
                .findFirst()
                .ifPresent(claim -> {
                    throw new ProblemException(
                            RegistrationProblem.REGISTERED_ALREADY,
                            claim.kind() == ClaimKind.PROTECTION
                                    ? "The customer is protected for the partner."
                                    : "The registration of before is being decided.");
                });
    }

    private static Set<KeyKind> kinds(Recognition known) {
        Set<KeyKind> kinds = EnumSet.noneOf(KeyKind.class);
        known.keys().forEach(key -> kinds.add(key.kind()));
        return kinds;
    }

    private static boolean hasFreeMail(NewRegistration about, LeadPolicy policy) {
        return Domains.ofEmail(about.traits().email())
                .filter(policy.freeMailDomains()::contains)
                .isPresent();
    }

    private static DealRegistration received(
            NewRegistration about, @Nullable UUID customerId, DealPolicy policy, String by, Instant now) {
        return new DealRegistration(
                UuidCreator.getTimeOrderedEpoch(),
                about.partnerId(),
                customerId,
                about.product(),
                about.currency(),
                about.company(),
                about.country(),
                about.traits().city(),
                about.note(),
                RegistrationState.REFUSED,
                null,
                null,
                null,
                null,
                now,
                by,
                null,
                null,
                policy.version(),
                0);
    }

    private Answer grant(DealRegistration registration, Recognition known, DealPolicy policy, Instant now) {
        UUID customer = customer(known, now);
        Optional<DealRegistration> granted = grantRegistration.grant(registration, customer, policy, RULE, now);
        // Two that share no key may still name one customer: the database lets one of them in.
        return new Answer(
                granted.orElseGet(() -> registration.refused(RefusalReason.PROTECTED_FOR_ANOTHER, null, RULE, now)),
                null);
    }

    /** The customer, who may be new, known by these keys from now on. */
    private UUID customer(Recognition known, Instant now) {
        UUID customer = known.customerId();
        if (customer == null) {
            customer = UuidCreator.getTimeOrderedEpoch();
            customers.add(customer, now);
        }
        identity.keep(customer, known.keys());
        return customer;
    }

    private RegistrationCase openCase(
            DealRegistration registration,
            Verdict.Unclear unclear,
            Evidence.@Nullable Brought evidence,
            DealPolicy policy,
            String by) {
        RegistrationCase conflict = openCase.open(
                registration.id(),
                unclear.cause(),
                registration.partnerId(),
                unclear.claim().partnerId(),
                policy,
                registration.registeredAt());
        if (evidence != null) {
            openCase.bring(conflict.id(), registration.partnerId(), evidence, policy, by, registration.registeredAt());
        }
        return conflict;
    }
}
