package org.ninetyten.billing.split;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** Figures over many splits. */
@ApplicationScoped
public class SplitQueries {

    private final Database database;

    SplitQueries(Database database) {
        this.database = database;
    }

    /** The splits of one currency, each as it stands after its corrections. */
    public record Total(
            String currency,
            long count,
            long licenceMinor,
            long totalMinor,
            long partnerMinor,
            long vendorMinor,
            long passing) {}

    /** Totals by currency of the splits with an invoice date in a period, both ends included. */
    @Transactional
    public List<Total> totals(@Nullable LocalDate from, @Nullable LocalDate to) {
        return database.query(
                """
                select currency, count(*) as count, sum(licence_minor)::bigint as licence, sum(total_minor)::bigint as total,
                    sum(partner_minor)::bigint as partner, sum(vendor_minor)::bigint as vendor,
                    count(*) filter (where (ninety_ten ->> 'passes')::boolean) as passing
                from split s
                where not exists (
                        select from split n
                        where n.deal_id = s.deal_id and n.revision = s.revision + 1 and n.revision > 1)
                    and (?::date is null or invoice_date >= ?::date) and (?::date is null or invoice_date <= ?::date)
                group by currency order by currency""",
                row -> new Total(
                        row.getString("currency"),
                        row.getLong("count"),
                        row.getLong("licence"),
                        row.getLong("total"),
                        row.getLong("partner"),
                        row.getLong("vendor"),
                        row.getLong("passing")),
                from,
                from,
                to,
                to);
    }
}
