package org.ninetyten.messaging.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, and what is theirs. */
@RequestScoped
public class Caller {

    private static final Set<String> PARTNER_ROLES = Set.of(Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER);
    private static final Set<String> VENDOR_ROLES = Set.of(
            Roles.PARTNER_MANAGER,
            Roles.SALES_DESK,
            Roles.FINANCE,
            Roles.FINANCE_APPROVER,
            Roles.MARKETING,
            Roles.ACADEMY_EDITOR,
            Roles.EXAMINER,
            Roles.EXECUTIVE,
            Roles.ADMIN);

    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether the caller has the role. */
    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller is of the vendor's staff. */
    public boolean isVendor() {
        return identity.getRoles().stream().anyMatch(VENDOR_ROLES::contains);
    }

    /** The partner that the caller belongs to; empty for the vendor's staff and for machine clients. */
    public Optional<UUID> partnerId() {
        if (identity.getRoles().stream().noneMatch(PARTNER_ROLES::contains)
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(token.<Object>getClaim("partner_id"))
                    .map(claim -> UUID.fromString(claim.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The user name, or the client's for machines; {@code anonymous} when nobody is signed in. */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /**
     * Lets the vendor's staff and the owning partner pass. Anybody else gets 404, as if the object did not exist.
     *
     * @param partnerId the owner
     * @param what what the object is called in the refusal
     * @param id the object's id
     */
    public void mustOwn(UUID partnerId, String what, Object id) {
        if (!isVendor() && !partnerId().equals(Optional.of(partnerId))) {
            throw ProblemException.notFound(what, id);
        }
    }
}
