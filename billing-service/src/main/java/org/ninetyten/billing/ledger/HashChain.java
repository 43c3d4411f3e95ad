package org.ninetyten.billing.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the hash chain: SHA-256 over the rows of an entry and over the hash of the entry before. Fields are
 * joined by the unit separator and texts carry their length, so that no two different rows read the same. Digests are in hexadecimal.
 */
final class HashChain {

    /** Characters of a digest. */
    static final int LENGTH = 64;

    /** What the first entry follows. */
    private static final String BEFORE_THE_FIRST = "0".repeat(LENGTH);

    private static final char SEPARATOR = '\u001f';

    private HashChain() {}

    /** The digest of an entry's own row. */
    static String entry(
            UUID id,
            String kind,
            UUID reference,
            int revision,
            LocalDate effective,
            Instant postedAt,
            String description) {
        return hex(
                join("entry", id, kind, reference, revision, effective, postedAt, description.length(), description));
    }

    /**
     * The digest of a posting.
     *
     * @param accountCode the account's readable name, so that a renamed account shows; null when there is no such account
     */
    static String posting(
            UUID entryId,
            int line,
            UUID accountId,
            @Nullable String accountCode,
            String currency,
            long amountMinor,
            Instant postedAt) {
        return hex(join(
                "posting",
                entryId,
                line,
                accountId,
                accountCode == null ? "" : accountCode,
                currency,
                amountMinor,
                postedAt));
    }

    /** The hash of an entry: over the hash before and over the digests of its rows. */
    static String next(@Nullable String before, List<String> rowDigests) {
        return hex((before == null ? BEFORE_THE_FIRST : before) + String.join("", rowDigests));
    }

    private static String join(Object... fields) {
        StringBuilder joined = new StringBuilder();
        for (Object field : fields) {
            joined.append(field).append(SEPARATOR);
        }
        return joined.toString();
    }

    private static String hex(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
