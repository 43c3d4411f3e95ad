package org.ninetyten.billing.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** All verifications of the hash chain. */
@ApplicationScoped
public class LedgerVerifications {

    private static final TypeReference<List<LedgerVerification.Finding>> FINDINGS = new TypeReference<>() {};

    private final Database database;
    private final ObjectMapper json;

    LedgerVerifications(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(LedgerVerification verification) {
        try {
            database.update(
                    """
                    insert into ledger_verification (id, at, who, sealed, waiting, head_position, head_hash, findings)
                    values (?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?::jsonb)""",
                    verification.id(),
                    verification.at(),
                    verification.who(),
                    verification.sealed(),
                    verification.waiting(),
                    verification.headPosition(),
                    verification.headHash(),
                    json.writeValueAsString(verification.findings()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The verification with the id. */
    @Transactional
    public Optional<LedgerVerification> find(UUID id) {
        return database.first(
                "select *, encode(head_hash, 'hex') as head_hex from ledger_verification where id = ?", this::read, id);
    }

    /** The verifications, newest first, after the one given. */
    @Transactional
    public List<LedgerVerification> newest(int limit, @Nullable Instant beforeAt, @Nullable UUID beforeId) {
        return database.query("""
                select *, encode(head_hash, 'hex') as head_hex from ledger_verification
                where ?::timestamptz is null or (at, id) < (?::timestamptz, ?::uuid)
                order by at desc, id desc limit ?""", this::read, beforeAt, beforeAt, beforeId, limit);
    }

    /** The heads that were seen, one per position. */
    @Transactional
    List<ChainRows.Head> heads() {
        return database.query(
                "select distinct head_position, encode(head_hash, 'hex') as head_hash from ledger_verification where head_position > 0",
                row -> new ChainRows.Head(row.getLong("head_position"), row.getString("head_hash")));
    }

    private LedgerVerification read(ResultSet row) throws SQLException {
        try {
            return new LedgerVerification(
                    row.getObject("id", UUID.class),
                    Database.instant(row, "at"),
                    row.getString("who"),
                    row.getLong("sealed"),
                    row.getLong("waiting"),
                    row.getLong("head_position"),
                    row.getString("head_hex"),
                    json.readValue(row.getString("findings"), FINDINGS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
