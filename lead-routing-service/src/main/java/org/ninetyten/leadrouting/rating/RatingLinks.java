package org.ninetyten.leadrouting.rating;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Signs what lets a customer rate without a login: the deal and until when. Nothing is stored, so a link cannot be guessed,
 * changed or read; that it works once is the rating's own rule.
 */
@ApplicationScoped
class RatingLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNED = 24;

    private final Clock clock;
    private final byte[] key;

    RatingLinks(LeadRoutingConfig config, Clock clock) {
        this.clock = clock;
        // A key of its own under the service's secret: what is signed here means nothing anywhere else.
        this.key = mac(config.identitySecret().getBytes(UTF_8), "rating link".getBytes(UTF_8));
    }

    String sign(UUID dealId, Instant expiresAt) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(dealId.getMostSignificantBits())
                .putLong(dealId.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] signature = mac(key, signed);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNED + signature.length)
                        .put(signed)
                        .put(signature)
                        .array());
    }

    /**
     * The deal that the link is for.
     *
     * @throws ProblemException 400 when it was not signed here, 410 when its time is over
     */
    UUID read(String link) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(link);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        if (bytes.length <= SIGNED) {
            throw invalid();
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(mac(key, signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            throw invalid();
        }
        ByteBuffer content = ByteBuffer.wrap(signed);
        UUID dealId = new UUID(content.getLong(), content.getLong());
        Instant expiresAt = Instant.ofEpochSecond(content.getLong());
        if (!clock.instant().isBefore(expiresAt)) {
            throw new ProblemException(RatingProblem.RATING_LINK_EXPIRED, "It was good until " + expiresAt + ".");
        }
        return dealId;
    }

    private static ProblemException invalid() {
        return new ProblemException(RatingProblem.RATING_LINK_INVALID, "The link was cut or changed.")
                .field("link", "is not one that was given out here");
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
