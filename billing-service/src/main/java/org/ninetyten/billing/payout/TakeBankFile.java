package org.ninetyten.billing.payout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

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
        RETURNED_AFTER_SETTLEMENT
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
        List<Finding> findings = new ArrayList<>();
        int applied = 0;
        int repeated = 0;
        for (BankAnswers.Answer answer : read.answers()) {
            for (Payout payout : meant(read, answer, findings)) {
                if (apply(payout, answer, by, findings)) {
                    applied++;
                } else {
                    repeated++;
                }
            }
        }
        Taken taken = new Taken(sha256, read.kind(), read.messageId(), true, applied, repeated, findings);
        database.update(
                """
                insert into bank_file (sha256, kind, message_id, received_at, received_by, applied, repeated, findings)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
                sha256,
                read.kind(),
                read.messageId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by,
                applied,
                repeated,
                write(findings));
        return taken;
    }

    private List<Payout> meant(BankAnswers.Read read, BankAnswers.Answer answer, List<Finding> findings) {
        String endToEndId = answer.endToEndId();
        if (endToEndId == null) {
            String message = read.originalMessageId();
            List<Payout> all = message == null
                    ? List.of()
                    : payouts.batchByMessage(message)
                            .map(batch -> payouts.ofBatch(batch.id()))
                            .orElse(List.of());
            if (all.isEmpty()) {
                findings.add(new Finding(null, Problem.UNKNOWN_PAYOUT, "The file names no batch of ours."));
            }
            return all.stream().map(payout -> payouts.lock(payout.id())).toList();
        }
        UUID key = Payout.key(endToEndId);
        Optional<Payout> known = key == null ? Optional.empty() : payouts.find(key);
        if (known.isEmpty() || known.get().batchId() == null) {
            findings.add(new Finding(endToEndId, Problem.UNKNOWN_PAYOUT, "No payout with this key was submitted."));
            return List.of();
        }
        return List.of(payouts.lock(known.get().id()));
    }

    /** Whether the answer said anything new. */
    private boolean apply(Payout payout, BankAnswers.Answer answer, String by, List<Finding> findings) {
        String status = answer.status();
        boolean ended = payout.state().next().isEmpty();
        if (answer.amount() != null && !isAmountOf(payout, answer)) {
            findings.add(new Finding(
                    payout.endToEndId(),
                    Problem.OTHER_AMOUNT,
                    "The bank says " + answer.amount().toPlainString() + " " + answer.currency() + "."));
            return true;
        }
        switch (answer.verdict()) {
            case SETTLED -> {
                if (payout.state() == PayoutState.SETTLED) {
                    return false;
                }
                if (ended) {
                    return contradiction(payout, "The bank says that it was settled.", findings);
                }
                follow.settle(payout, status, null, by);
            }
            case REJECTED -> {
                if (payout.state() == PayoutState.FAILED) {
                    return false;
                }
                if (ended) {
                    return contradiction(payout, "The bank says that it was rejected.", findings);
                }
                follow.fail(payout, status, answer.reason() == null ? "NOT_STATED" : answer.reason(), null, by);
            }
            case RETURNED -> {
                if (ended) {
                    findings.add(new Finding(
                            payout.endToEndId(),
                            Problem.RETURNED_AFTER_SETTLEMENT,
                            "The money came back: " + (answer.reason() == null ? "no reason" : answer.reason()) + "."));
                } else {
                    follow.fail(payout, status, answer.reason() == null ? "RETURNED" : answer.reason(), null, by);
                }
            }
            case UNDER_WAY -> {
                if (status.equals(payout.bankStatus())) {
                    return false;
                }
                if (!ended) {
                    payouts.note(payout.id(), status);
                }
            }
        }
        return true;
    }

    private static boolean contradiction(Payout payout, String detail, List<Finding> findings) {
        findings.add(new Finding(
                payout.endToEndId(), Problem.CONTRADICTION, "The payout is " + payout.state() + ". " + detail));
        return true;
    }

    private static boolean isAmountOf(Payout payout, BankAnswers.Answer answer) {
        BigDecimal own = BigDecimal.valueOf(payout.amountMinor())
                .movePointLeft(payout.currency().getDefaultFractionDigits());
        return own.compareTo(answer.amount()) == 0
                && payout.currency().getCurrencyCode().equals(answer.currency());
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
