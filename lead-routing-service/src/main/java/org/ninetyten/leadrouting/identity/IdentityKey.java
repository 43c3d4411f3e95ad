package org.ninetyten.leadrouting.identity;

import java.util.UUID;

/**
 * One thing that tells a customer from others.
 *
 * @param digest half of a keyed digest of kind and value: it can be compared and not read
 */
public record IdentityKey(KeyKind kind, UUID digest) {}
