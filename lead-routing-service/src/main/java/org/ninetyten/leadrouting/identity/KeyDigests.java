package org.ninetyten.leadrouting.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Turns what names a person into what can be compared and, without the secret, not even guessed. */
@ApplicationScoped
public class KeyDigests {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prepared;

    KeyDigests(LeadRoutingConfig config) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(config.identitySecret().getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a value in its normal form. */
    IdentityKey key(KeyKind kind, String value) {
        ByteBuffer digest = ByteBuffer.wrap(mac().doFinal((kind + "\n" + value).getBytes(UTF_8)));
        // 128 of 256 bits: among a billion keys two are alike with a probability below 10^-20.
        return new IdentityKey(kind, new UUID(digest.getLong(), digest.getLong()));
    }

    private Mac mac() {
        try {
            // A copy: a Mac holds state, and the key is expensive to set.
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
