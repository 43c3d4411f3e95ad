package org.ninetyten.leadrouting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Conditions;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;

/**
 * "One deal, one payment": customers that bought once, and have paid for no service since for as long as the policy says. A
 * deal that was refunded as a whole was no sale. The list goes by the day of the deal, the oldest first.
 */
@ApplicationScoped
public class DeadEnds {

    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final DealPolicies policies;
    private final Clock clock;

    DeadEnds(Database database, DealPolicies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    /** A customer and the one deal that was won with it, in minor units without tax. */
    public record DeadEnd(
            UUID customerId,
            UUID partnerId,
            UUID dealId,
            String product,
            LocalDate closedOn,
            String currency,
            long licenceMinor,
            long servicesMinor) {}

    /** Where a page ends. */
    public record Position(LocalDate closedOn, UUID dealId) {}

    /**
     * One page.
     *
     * @param partnerId the partner that won the deal; the whole network when absent
     */
    @Transactional
    public List<DeadEnd> list(@Nullable UUID partnerId, @Nullable Position after, int limit) {
        Instant now = clock.instant();
        DealPolicy policy = policies.validAt(now);
        LocalDate until = LocalDate.ofInstant(now, policy.timeZone()).minusMonths(policy.deadEndMonths());
        Conditions conditions = new Conditions().and("d.closed_on <= ?", until).and("d.partner_id = ?", partnerId);
        if (after != null) {
            conditions.both("(d.closed_on, d.id) > (?, ?)", after.closedOn(), after.dealId());
        }
        return database.query("""
                select d.customer_id, d.partner_id, d.id, d.product, d.closed_on, d.currency, d.licence_minor,
                       d.total_minor - d.licence_minor as services_minor
                  from deal d
                 where d.status = 'WON' and %s
                   and not exists (select 1 from deal o
                                    where o.customer_id = d.customer_id and o.id <> d.id and o.status = 'WON')
                 order by d.closed_on, d.id limit ?""".formatted(conditions.sql()), DeadEnds::deadEnd, conditions.with(limit));
    }

    /** Hands all of them over one by one, page by page, so that a list of any length takes little memory. */
    public void read(@Nullable UUID partnerId, Consumer<DeadEnd> reader) {
        Position after = null;
        while (true) {
            List<DeadEnd> page = list(partnerId, after, AT_ONCE);
            page.forEach(reader);
            if (page.size() < AT_ONCE) {
                return;
            }
            after = new Position(page.getLast().closedOn(), page.getLast().dealId());
        }
    }

    private static DeadEnd deadEnd(ResultSet row) throws SQLException {
        return new DeadEnd(
                Database.id(row, "customer_id"),
                Database.id(row, "partner_id"),
                Database.id(row, "id"),
                row.getString("product"),
                Objects.requireNonNull(Database.date(row, "closed_on")),
                row.getString("currency"),
                row.getLong("licence_minor"),
                row.getLong("services_minor"));
    }
}
