package org.ninetyten.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Signed access tokens as the identity provider issues them: roles in {@code realm_access.roles}, a partner's id in
 * {@code partner_id}. The application under test verifies the signature with the key of this JVM.
 */
public final class Tokens {

    private static final String PRIVATE_KEY = "ninetyten.test.private-key";
    private static final String PUBLIC_KEY = "ninetyten.test.public-key";

    private Tokens() {}

    /** A member of the vendor's staff; the user's name is its first role. */
    public static String vendor(String... roles) {
        return token(roles[0], List.of(roles), Map.of());
    }

    /** An administrator of the given partner. */
    public static String partner(UUID partnerId) {
        return token("admin-of-" + partnerId, List.of("partner-admin"), Map.of("partner_id", partnerId.toString()));
    }

    /** A member of the given partner without its administrator's rights. */
    public static String partnerMember(UUID partnerId) {
        return token("member-of-" + partnerId, List.of("partner-member"), Map.of("partner_id", partnerId.toString()));
    }

    /** A machine client: {@code website} or {@code product}. */
    public static String client(String clientId) {
        return token("service-account-" + clientId, List.of(clientId), Map.of());
    }

    /** A signed-in user with no role at all. */
    public static String nobody() {
        return token("nobody", List.of(), Map.of());
    }

    private static String token(String user, List<String> roles, Map<String, String> claims) {
        var token = Jwt.issuer("https://identity.test/realms/ninetyten")
                .subject(user)
                .preferredUserName(user)
                .claim("realm_access", Map.of("roles", roles))
                .expiresIn(Duration.ofHours(1));
        claims.forEach(token::claim);
        return token.sign(privateKey());
    }

    static synchronized void createKey() {
        if (System.getProperty(PRIVATE_KEY) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC_KEY,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String publicKey() {
        createKey();
        return System.getProperty(PUBLIC_KEY, "");
    }

    private static PrivateKey privateKey() {
        createKey();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY, ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
