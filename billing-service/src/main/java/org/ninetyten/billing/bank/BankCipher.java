package org.ninetyten.billing.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts bank accounts with AES-256 in Galois/Counter Mode. The row's id is authenticated with it, so that a secret
 * that somebody copies into another row does not open there.
 */
@ApplicationScoped
public class BankCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final String activeKey;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    BankCipher(BankConfig config, ObjectMapper json) {
        this.json = json;
        this.activeKey = config.activeKey();
        config.keys().forEach((id, key) -> keys.put(id, key(id, key)));
        if (!keys.containsKey(activeKey)) {
            throw new IllegalStateException("billing.bank.keys has no key " + activeKey + ", the active one.");
        }
    }

    /** What is stored of an account, in Base64, and the id of the key that opens it. */
    public record Sealed(String keyId, String secret) {}

    public Sealed seal(UUID rowId, BankAccount account) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, activeKey, nonce, rowId).doFinal(json.writeValueAsBytes(account));
            byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return new Sealed(activeKey, Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            // Without the cause's text: it may hold what it was to hide.
            throw new IllegalStateException(
                    "A bank account could not be encrypted: " + e.getClass().getSimpleName());
        }
    }

    /**
     * The account.
     *
     * @throws IllegalStateException when the key is gone, or the secret is another row's or was changed
     */
    public BankAccount open(UUID rowId, Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.secret()));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, rowId).doFinal(rest);
            return json.readValue(new String(plain, UTF_8), BankAccount.class);
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("Bank detail " + rowId + " does not open under key " + sealed.keyId() + ": "
                    + e.getClass().getSimpleName());
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, UUID rowId) throws GeneralSecurityException {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("billing.bank.keys has no key " + keyId + ".");
        }
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(rowId.toString().getBytes(UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String id, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("The key " + id + " of billing.bank.keys must have 32 bytes.");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
