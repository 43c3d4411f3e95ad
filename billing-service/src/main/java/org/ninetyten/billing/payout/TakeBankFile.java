package org.ninetyten.billing.payout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** Takes in a file of the bank, once, and applies its answers. What it can't apply it lists for a person. */
@ApplicationScoped
public class TakeBankFile {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final Payouts payouts;
    private final FollowPayouts follow;
    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    TakeBankFile(Payouts payouts, FollowPayouts follow, Database database, ObjectMapper json, Clock clock) {
        this.payouts = payouts;
        this.follow = follow;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** What a person must look at. */
    public record Finding(@Nullable String endToEndId, Problem problem, String detail) {}

    /** Why an answer could not be applied. */
    public enum Problem {
        UNKNOWN_PAYOUT,
        OTHER_AMOUNT,
        /** The payout had ended otherwise before. */
        CONTRADICTION,
        RETURNED_AFTER_SETTLEMENT,
        /** The bank was told of the payout twice and refuses the second time: the first one counts. */
        TOLD_TWICE
    }

    /**
     * What came of a file.
     *
     * @param isNew false when the same bytes were taken before; this is what came of them then
     * @param applied answers that moved a payout or were noted
     * @param repeated answers that say what was known
     */
    public record Taken(
            String sha256,
            String kind,
            @Nullable String messageId,
            boolean isNew,
            int applied,
            int repeated,
            List<Finding> findings) {

        public Taken {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Takes a file in, in a number of statements that does not grow with its answers.
     *
     * @throws ProblemException 400 when it is no file that a bank answers with
     */
    @Transactional
    public Taken take(String xml, String by) {
        String sha256 = sha256(xml);
        // One at a time: of two that bring the same file, the second one sees the first one's.
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 9010))", row -> true, "bank-file:" + sha256);
        Optional<Taken> before = find(sha256);
        if (before.isPresent()) {
            return before.get();
        }
        BankAnswers.Read read = BankAnswers.read(xml);
        BankFileEffects effects = weigh(read);
        follow.settle(effects.settled(), by);
        follow.fail(effects.failed(), by);
        payouts.note(effects.notes());
        Taken taken = new Taken(
                sha256, read.kind(), read.messageId(), true, effects.applied(), effects.repeated(), effects.findings());
        database.update(
                """
                insert into bank_file (sha256, kind, message_id, received_at, received_by, applied, repeated, findings)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
                sha256,
                read.kind(),
                read.messageId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by,
                taken.applied(),
                taken.repeated(),
                write(taken.findings()));
        return taken;
    }

    /** Locks all payouts that the file is about, in the order of their ids, and says what it does to them. */
    private BankFileEffects weigh(BankAnswers.Read read) {
        Set<UUID> keys = new HashSet<>();
        Set<String> messages = new HashSet<>();
        for (BankAnswers.Answer answer : read.answers()) {
            if (answer.endToEndId() != null) {
                UUID key = Payout.key(answer.endToEndId());
                if (key != null) {
                    keys.add(key);
                }
            } else if (answer.batchMessageId() != null) {
                messages.add(answer.batchMessageId());
            }
        }
        Map<UUID, String> messageOf = payouts.batchesByMessage(messages);
        List<Payout> told = payouts.lockTold(keys, messageOf.keySet());
        Map<String, List<Payout>> batches = new HashMap<>();
        for (Payout payout : told) {
            String message = messageOf.get(Objects.requireNonNull(payout.batchId()));
            if (message != null) {
                batches.computeIfAbsent(message, any -> new ArrayList<>()).add(payout);
            }
        }
        return BankFileEffects.of(read.answers(), told, batches);
    }

    private Optional<Taken> find(String sha256) {
        return database.first(
                "select * from bank_file where sha256 = ?",
                row -> {
                    try {
                        return new Taken(
                                sha256,
                                row.getString("kind"),
                                row.getString("message_id"),
                                false,
                                row.getInt("applied"),
                                row.getInt("repeated"),
                                json.readValue(row.getString("findings"), FINDINGS));
                    } catch (JsonProcessingException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                sha256);
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String xml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
