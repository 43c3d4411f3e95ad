package org.ninetyten.leadrouting.registration;

import java.util.UUID;

/** What a partner has of a customer. */
public record Claim(ClaimKind kind, UUID partnerId, UUID customerId) {}
