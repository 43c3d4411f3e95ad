package org.ninetyten.leadrouting.work;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** What partners write down about their leads. */
@ApplicationScoped
@Transactional(MANDATORY)
public class WorkNotes {

    private final Database database;

    WorkNotes(Database database) {
        this.database = database;
    }

    /** One note; it may name people. */
    public record Note(UUID id, UUID leadId, UUID partnerId, Instant notedAt, String notedBy, String note) {}

    public void add(Note note) {
        database.update(
                "insert into lead_note (id, lead_id, partner_id, noted_at, noted_by, note) values (?, ?, ?, ?, ?, ?)",
                note.id(),
                note.leadId(),
                note.partnerId(),
                note.notedAt(),
                note.notedBy(),
                note.note());
    }

    /**
     * The notes on a lead, newest first.
     *
     * @param partnerId only those of this partner, if any
     * @param before the id of the last note on the page before
     */
    @Transactional
    public List<Note> of(UUID leadId, @Nullable UUID partnerId, @Nullable UUID before, int limit) {
        return database.query(
                """
                select * from lead_note where lead_id = ? and (?::uuid is null or partner_id = ?::uuid)
                   and (?::uuid is null or id < ?::uuid) order by id desc limit ?""",
                row -> new Note(
                        Database.id(row, "id"),
                        Database.id(row, "lead_id"),
                        Database.id(row, "partner_id"),
                        requireNonNull(Database.instant(row, "noted_at")),
                        row.getString("noted_by"),
                        row.getString("note")),
                leadId,
                partnerId,
                partnerId,
                before,
                before,
                limit);
    }
}
