package org.ninetyten.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** The rows of the hash chain, and those that it covers, as they stand in the database. */
@ApplicationScoped
class ChainRows {

    /** Any number that no other advisory lock of this database has. */
    private static final long SEALING = 0x6c65_6467_6572_01L;

    private static final String COLUMNS = """
            e.id, e.kind, e.reference, e.revision, e.effective, e.posted_at, e.description,
                p.line, p.account_id, a.code, p.currency, p.amount_minor, p.posted_at as posting_at""";

    private final Database database;

    ChainRows(Database database) {
        this.database = database;
    }

    /** The last link of the chain. */
    record Head(long position, @Nullable String hash) {}

    /** A link as it was sealed: the digests of the entry's own row and of its postings by line. */
    record Link(long position, UUID entryId, List<String> rowDigests, String hash) {}

    /**
     * The digests of an entry as it stands now.
     *
     * @param header absent when the entry is gone
     * @param postings by line
     */
    record Now(@Nullable String header, Map<Integer, String> postings) {}

    /** A link and what its entry is now. */
    record Pair(Link link, Now now) {}

    /** Whether this transaction may seal; only one at a time, since each link needs the one before. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean lockForSealing() {
        return database.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), SEALING)
                .orElseThrow();
    }

    /** Takes entries that are committed and not in the chain, in the order of their posting. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> takeUnsealed(int most) {
        return database.query("""
                with taken as (
                    delete from unsealed_entry where ctid = any(array(select ctid from unsealed_entry limit ?))
                    returning entry_id)
                select e.id from taken t join journal_entry e on e.id = t.entry_id order by e.posted_at, e.id""", row -> row.getObject("id", UUID.class), most);
    }

    /** The digests of entries as they are now, in the order asked for. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Now> now(List<UUID> entries) {
        Map<UUID, Now> found = new LinkedHashMap<>();
        database.query(
                "select " + COLUMNS + """
                 from unnest(?) with ordinality as i (id, n) join journal_entry e on e.id = i.id
                left join posting p on p.entry_id = e.id left join account a on a.id = p.account_id
                order by i.n, p.line""",
                row -> add(found.computeIfAbsent(row.getObject("id", UUID.class), id -> header(row)), row),
                (Object) entries.toArray(UUID[]::new));
        return found;
    }

    /** Links after a position with what their entries are now. */
    @Transactional
    List<Pair> pairs(long after, long upTo) {
        Map<Long, Pair> found = new LinkedHashMap<>();
        database.query(
                "select s.position, s.entry_id, encode(s.row_digests, 'hex') as row_digests, encode(s.hash, 'hex') as hash, "
                        + COLUMNS + """
                 from sealed_entry s left join journal_entry e on e.id = s.entry_id
                left join posting p on p.entry_id = s.entry_id left join account a on a.id = p.account_id
                where s.position > ? and s.position <= ? order by s.position, p.line""",
                row -> add(
                        found.computeIfAbsent(row.getLong("position"), position -> new Pair(link(row), header(row)))
                                .now(),
                        row),
                after,
                upTo);
        return List.copyOf(found.values());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(List<Link> links, Instant sealedAt) {
        database.update(
                """
                insert into sealed_entry (position, entry_id, row_digests, hash, sealed_at)
                select position, entry_id, decode(row_digests, 'hex'), decode(hash, 'hex'), ?
                from unnest(?, ?, ?, ?) as l (position, entry_id, row_digests, hash)""",
                sealedAt,
                links.stream().map(Link::position).toArray(Long[]::new),
                links.stream().map(Link::entryId).toArray(UUID[]::new),
                links.stream().map(link -> String.join("", link.rowDigests())).toArray(String[]::new),
                links.stream().map(Link::hash).toArray(String[]::new));
    }

    @Transactional
    Head head() {
        return database.first(
                        "select position, encode(hash, 'hex') as hash from sealed_entry order by position desc limit 1",
                        row -> new Head(row.getLong("position"), row.getString("hash")))
                .orElse(new Head(0, null));
    }

    @Transactional
    Optional<String> hashAt(long position) {
        return database.first(
                "select encode(hash, 'hex') as hash from sealed_entry where position = ?",
                row -> row.getString("hash"),
                position);
    }

    /** How many entries wait to be sealed. */
    @Transactional
    long waiting() {
        return database.first("select count(*) from unsealed_entry", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Entries that are neither sealed nor wait for it: they came past the ledger's own way in. */
    @Transactional
    List<UUID> strangers(int most) {
        return database.query("""
                select e.id from journal_entry e
                where not exists (select from sealed_entry s where s.entry_id = e.id)
                    and not exists (select from unsealed_entry u where u.entry_id = e.id) limit ?""", row -> row.getObject("id", UUID.class), most);
    }

    private static Link link(ResultSet row) {
        try {
            return new Link(
                    row.getLong("position"),
                    row.getObject("entry_id", UUID.class),
                    split(row.getString("row_digests")),
                    row.getString("hash"));
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    private static Now header(ResultSet row) {
        try {
            UUID id = row.getObject("id", UUID.class);
            return new Now(
                    id == null
                            ? null
                            : HashChain.entry(
                                    id,
                                    row.getString("kind"),
                                    row.getObject("reference", UUID.class),
                                    row.getInt("revision"),
                                    row.getObject("effective", LocalDate.class),
                                    Database.instant(row, "posted_at"),
                                    row.getString("description")),
                    new TreeMap<>());
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    private static boolean add(Now entry, ResultSet row) throws SQLException {
        int line = row.getInt("line");
        if (!row.wasNull()) {
            UUID of = row.getObject("id", UUID.class);
            entry.postings()
                    .put(
                            line,
                            HashChain.posting(
                                    of == null ? new UUID(0, 0) : of,
                                    line,
                                    row.getObject("account_id", UUID.class),
                                    row.getString("code"),
                                    row.getString("currency"),
                                    row.getLong("amount_minor"),
                                    Database.instant(row, "posting_at")));
        }
        return true;
    }

    /** The digests of the header and the postings, as a link keeps them. */
    static List<String> digests(Now entry) {
        List<String> rows = new ArrayList<>();
        if (entry.header() != null) {
            rows.add(entry.header());
        }
        rows.addAll(entry.postings().values());
        return rows;
    }

    private static List<String> split(String digests) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < digests.length(); i += HashChain.LENGTH) {
            rows.add(digests.substring(i, i + HashChain.LENGTH));
        }
        return rows;
    }
}
