package org.ninetyten.billing.bank;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** All bank details. */
@ApplicationScoped
@Transactional
public class BankDetails {

    private static final String COLUMNS = "id, partner_id, currency, kind, country, masked, state, proposed_at,"
            + " proposed_by, decided_at, decided_by, why, usable_from, ended_at";

    private final Database database;
    private final BankCipher cipher;

    BankDetails(Database database, BankCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** An account with the details that it is of. */
    public record Opened(UUID detailId, BankAccount account) {}

    void add(BankDetail detail, BankAccount account) {
        BankCipher.Sealed sealed = cipher.seal(detail.id(), account);
        database.update(
                "insert into bank_detail (id, partner_id, currency, kind, country, secret, key_id, masked, state,"
                        + " proposed_at, proposed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                detail.id(),
                detail.partnerId(),
                detail.currency(),
                detail.kind(),
                detail.country(),
                sealed.secret(),
                sealed.keyId(),
                detail.masked(),
                detail.state().name(),
                detail.proposedAt(),
                detail.proposedBy());
    }

    public Optional<BankDetail> find(UUID id) {
        return database.first("select " + COLUMNS + " from bank_detail where id = ?", BankDetails::read, id);
    }

    /** All details that a partner ever had, newest first. */
    public List<BankDetail> of(UUID partnerId) {
        return database.query(
                "select " + COLUMNS + " from bank_detail where partner_id = ? order by proposed_at desc, id desc",
                BankDetails::read,
                partnerId);
    }

    void decide(
            UUID id,
            BankDetail.State state,
            String by,
            @Nullable String why,
            @Nullable Instant usableFrom,
            Instant now) {
        database.update(
                "update bank_detail set state = ?, decided_at = ?, decided_by = ?, why = ?, usable_from = ? where id = ?",
                state.name(),
                now,
                by,
                why,
                usableFrom,
                id);
    }

    /** Keeps others from changing the partner's details in this currency until the end of the transaction. */
    void lock(UUID partnerId, String currency) {
        database.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 9010))",
                row -> true,
                "bank-detail:" + partnerId + currency);
    }

    /** Withdraws proposals that a new one takes the place of, and returns them as they are then. */
    List<BankDetail> withdrawProposals(UUID partnerId, String currency, String by, Instant now) {
        return database.query(
                "update bank_detail set state = 'WITHDRAWN', decided_at = ?, decided_by = ?, ended_at = ?"
                        + " where partner_id = ? and currency = ? and state = 'PROPOSED' returning " + COLUMNS,
                BankDetails::read,
                now,
                by,
                now,
                partnerId,
                currency);
    }

    /** The confirmed details give their place to others, and serve until those have rested. */
    void replaceConfirmed(BankDetail by, Instant from) {
        database.update(
                "update bank_detail set state = 'REPLACED', ended_at = ?, replaced_by = ?"
                        + " where partner_id = ? and currency = ? and state = 'CONFIRMED'",
                from,
                by.id(),
                by.partnerId(),
                by.currency());
    }

    /** Stops confirmed details that have served nobody yet; those that they were to replace stay. */
    void stop(UUID id, String why, Instant now) {
        database.update("update bank_detail set state = 'WITHDRAWN', why = ?, ended_at = ? where id = ?", why, now, id);
        database.update(
                "update bank_detail set state = 'CONFIRMED', ended_at = null, replaced_by = null where replaced_by = ?",
                id);
    }

    /**
     * The accounts that may be paid into now, by partner: the newest that are confirmed and have rested. Those that they
     * replace serve until then.
     */
    public Map<UUID, Opened> usable(Collection<UUID> partnerIds, String currency, Instant now) {
        Map<UUID, Opened> usable = new HashMap<>();
        database.query(
                """
                select distinct on (partner_id) partner_id, id, secret, key_id from bank_detail
                 where partner_id = any(?) and currency = ? and state in ('CONFIRMED', 'REPLACED') and usable_from <= ?
                   and (ended_at is null or ended_at > ?)
                 order by partner_id, usable_from desc, id desc""",
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    BankAccount account =
                            cipher.open(id, new BankCipher.Sealed(row.getString("key_id"), row.getString("secret")));
                    return usable.put(row.getObject("partner_id", UUID.class), new Opened(id, account));
                },
                partnerIds.toArray(UUID[]::new),
                currency,
                now,
                now);
        return usable;
    }

    /** The accounts of these details, whatever became of the details since. */
    public Map<UUID, BankAccount> open(Collection<UUID> detailIds) {
        Map<UUID, BankAccount> accounts = new HashMap<>();
        database.query(
                "select id, secret, key_id from bank_detail where id = any(?)",
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    return accounts.put(
                            id,
                            cipher.open(id, new BankCipher.Sealed(row.getString("key_id"), row.getString("secret"))));
                },
                (Object) detailIds.toArray(UUID[]::new));
        return accounts;
    }

    private static BankDetail read(ResultSet row) throws SQLException {
        return new BankDetail(
                row.getObject("id", UUID.class),
                row.getObject("partner_id", UUID.class),
                row.getString("currency"),
                row.getString("kind"),
                row.getString("country"),
                row.getString("masked"),
                BankDetail.State.valueOf(row.getString("state")),
                requireNonNull(Database.instant(row, "proposed_at")),
                row.getString("proposed_by"),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("why"),
                instant(row, "usable_from"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Database.instant(row, column);
    }
}
