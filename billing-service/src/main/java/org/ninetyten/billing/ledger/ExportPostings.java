package org.ninetyten.billing.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** Reads any number of postings through a cursor in the database, with constant memory. */
@ApplicationScoped
public class ExportPostings {

    private static final int AT_ONCE = 1000;

    /** A reader that takes longer is gone or asleep, and must not keep a transaction open for ever. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Database database;

    ExportPostings(Database database) {
        this.database = database;
    }

    /** A posting with its entry and account. */
    public record Row(
            UUID entryId,
            int line,
            String kind,
            UUID reference,
            int revision,
            LocalDate effective,
            Instant postedAt,
            String account,
            String accountType,
            @Nullable UUID partnerId,
            String currency,
            long amountMinor,
            String description) {}

    /**
     * Hands over postings one by one, oldest first, as they were at one moment.
     *
     * @param from the first instant of posting
     * @param to the first instant that is no longer asked for
     */
    public void read(Instant from, Instant to, Consumer<Row> reader) {
        QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .run(() -> database.forEach(
                        """
                        select e.id, p.line, e.kind, e.reference, e.revision, e.effective, e.posted_at, e.description,
                            a.code, a.type, a.partner_id, p.currency, p.amount_minor
                        from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                        where e.posted_at >= ? and e.posted_at < ? order by e.posted_at, e.id, p.line""",
                        AT_ONCE,
                        row -> reader.accept(new Row(
                                row.getObject("id", UUID.class),
                                row.getInt("line"),
                                row.getString("kind"),
                                row.getObject("reference", UUID.class),
                                row.getInt("revision"),
                                row.getObject("effective", LocalDate.class),
                                Database.instant(row, "posted_at"),
                                row.getString("code"),
                                row.getString("type"),
                                row.getObject("partner_id", UUID.class),
                                row.getString("currency"),
                                row.getLong("amount_minor"),
                                row.getString("description"))),
                        from,
                        to));
    }
}
