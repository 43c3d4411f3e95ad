package org.ninetyten.leadrouting.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that tells a customer from others.
 *
 * @param digest half of a keyed digest of kind and value: it can be compared and not read
 * @param name of a key that a company's name makes, a sketch of the whole name
 */
public record IdentityKey(
        KeyKind kind, UUID digest, @Nullable NameSketch name) {

    IdentityKey(KeyKind kind, UUID digest) {
        this(kind, digest, null);
    }

    IdentityKey of(NameSketch whole) {
        return new IdentityKey(kind, digest, whole);
    }
}
