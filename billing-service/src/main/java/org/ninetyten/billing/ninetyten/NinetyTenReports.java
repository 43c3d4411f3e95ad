package org.ninetyten.billing.ninetyten;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.plan.SplitRule;

/**
 * How the network keeps 90/10 over time. Deals count as they were sold, each by its latest revision; what was refunded of
 * them is a column of its own. A partner's region is the one it is in now.
 */
@ApplicationScoped
public class NinetyTenReports {

    private static final String OF_THE_PERIOD = """
            from split s
                left join (
                    select distinct on (partner_id) partner_id, region from partner_place
                    order by partner_id, effective_from desc, version desc) place on place.partner_id = s.partner_id
            where s.invoice_date between ? and ?
                and not exists (
                    select from split n where n.deal_id = s.deal_id and n.revision = s.revision + 1 and n.revision > 1)
            """;

    private final Database database;
    private final SplitPlans plans;

    NinetyTenReports(Database database, SplitPlans plans) {
        this.database = database;
        this.plans = plans;
    }

    /** What a row is about. */
    public enum By {
        NETWORK("''"),
        REGION("coalesce(place.region, s.partner_region, 'UNKNOWN')"),
        PARTNER("s.partner_id::text");

        private final String key;

        By(String key) {
            this.key = key;
        }
    }

    /** What a report is asked for. */
    public record Question(
            By by,
            boolean monthly,
            YearMonth from,
            YearMonth to,
            @Nullable UUID onlyPartner) {}

    /** Where a page ended: the row's values, which are its place in the order. */
    public record After(String key, LocalDate month, String currency) {}

    private static final After BEFORE_ALL = new After("", LocalDate.of(1, 1, 1), "");

    /**
     * One region, partner or the network in one currency, in a month or the whole period.
     *
     * @param licenceShareBasisPoints the licence's share of the total, rounded up
     * @param servicesToLicenceShareBasisPoints what partners earn with services by what they earn with licences, rounded
     *     down; absent when there is no licence share
     * @param alarm whether that is below what the plan asks for
     * @param refundedMinor what customers got back of these deals up to now
     */
    public record Row(
            String key,
            LocalDate month,
            String currency,
            long deals,
            long passing,
            long licenceMinor,
            long servicesMinor,
            long totalMinor,
            long licenceShareBasisPoints,
            long partnerLicenceMinor,
            long partnerServicesMinor,
            @Nullable Long servicesToLicenceShareBasisPoints,
            boolean alarm,
            long refundedMinor) {}

    /**
     * Customers whose first deal lies in the period.
     *
     * @param withSecondService those that paid for a second service within the plan's months of their first deal
     */
    public record SecondServices(String key, long customers, long withSecondService, long shareBasisPoints) {}

    /** The ratio below which services are an alarm, as the plan has it at the end of the period. */
    @Transactional
    public int alarmBasisPoints(YearMonth to) {
        return plans.on(to.atEndOfMonth()).terms().servicesAlarmBasisPoints();
    }

    /** Rows by key, month and currency, after the given one. */
    @Transactional
    public List<Row> rows(Question question, int limit, @Nullable After after) {
        int alarm = alarmBasisPoints(question.to());
        LocalDate from = question.from().atDay(1);
        List<@Nullable Object> parameters = new ArrayList<>();
        if (!question.monthly()) {
            parameters.add(from);
        }
        parameters.add(from);
        parameters.add(question.to().atEndOfMonth());
        String partners = "";
        if (question.onlyPartner() != null) {
            partners = " and s.partner_id = ?";
            parameters.add(question.onlyPartner());
        } else if (question.by() == By.PARTNER) {
            // A page's partners are found first, so that a page costs what is on it.
            partners = """
                     and s.partner_id in (
                        select distinct partner_id from split
                        where partner_id >= ? and invoice_date between ? and ? order by partner_id limit ?)""";
            parameters.add(after == null ? new UUID(0, 0) : UUID.fromString(after.key()));
            parameters.add(from);
            parameters.add(question.to().atEndOfMonth());
            parameters.add(limit + 1);
        }
        After last = after == null ? BEFORE_ALL : after;
        parameters.add(last.key());
        parameters.add(last.month());
        parameters.add(last.currency());
        parameters.add(limit);
        String month =
                question.monthly() ? "s.invoice_date - (extract(day from s.invoice_date)::integer - 1)" : "?::date";
        return database.query(
                """
                select d.key collate "C" as key, d.month, d.currency, count(*) as deals,
                    count(*) filter (where d.passes) as passing, sum(d.licence_minor)::bigint as licence,
                    sum(d.total_minor)::bigint as total, sum(d.partner_licence_minor)::bigint as partner_licence,
                    sum(d.partner_minor - d.partner_licence_minor)::bigint as partner_services,
                    coalesce(sum(refunded.minor), 0)::bigint as refunded
                from (
                    select %s as key, %s as month, s.deal_id, s.currency, s.licence_minor, s.total_minor, s.partner_minor,
                        s.partner_licence_minor, (s.ninety_ten ->> 'passes')::boolean as passes
                    %s%s) d
                    left join (
                        select r.deal_id, sum(l.net_minor) as minor from refund r join refund_line l on l.refund_id = r.id
                        group by r.deal_id) refunded on refunded.deal_id = d.deal_id
                group by d.key, d.month, d.currency
                having (d.key collate "C", d.month, d.currency::text) > (? collate "C", ?::date, ?)
                order by d.key collate "C", d.month, d.currency limit ?""".formatted(question.by().key, month, OF_THE_PERIOD, partners),
                row -> row(row, alarm),
                parameters.toArray());
    }

    private static Row row(ResultSet row, int alarm) throws SQLException {
        long licence = row.getLong("licence");
        long total = row.getLong("total");
        long partnerLicence = row.getLong("partner_licence");
        long partnerServices = row.getLong("partner_services");
        Long ratio = partnerLicence <= 0 ? null : share(partnerServices, partnerLicence, false);
        return new Row(
                row.getString("key"),
                Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                row.getString("currency"),
                row.getLong("deals"),
                row.getLong("passing"),
                licence,
                Math.subtractExact(total, licence),
                total,
                total <= 0 ? 0 : share(licence, total, true),
                partnerLicence,
                partnerServices,
                ratio,
                ratio != null && ratio < alarm,
                row.getLong("refunded"));
    }

    /** How many customers bought a second service soon. */
    @Transactional
    public List<SecondServices> secondServices(Question question) {
        int months = plans.on(question.to().atEndOfMonth()).terms().secondServiceMonths();
        return database.query(
                """
                with first as (
                    select distinct on (s.customer_id) s.customer_id, s.invoice_date, s.partner_id, s.partner_region
                    from split s where s.customer_id is not null order by s.customer_id, s.invoice_date, s.deal_id),
                cohort as (
                    select %s as key, s.customer_id, s.invoice_date
                    from first s left join (
                        select distinct on (partner_id) partner_id, region from partner_place
                        order by partner_id, effective_from desc, version desc) place on place.partner_id = s.partner_id
                    where s.invoice_date between ? and ? and (?::uuid is null or s.partner_id = ?::uuid))
                select c.key collate "C" as key, count(*) as customers, count(*) filter (where c.services >= 2) as second
                from (
                    select c.key, c.customer_id, sum(d.paid_services) as services
                    from cohort c join split d on d.customer_id = c.customer_id
                        and d.invoice_date < c.invoice_date + make_interval(months => ?)
                    where not exists (
                        select from split n
                        where n.deal_id = d.deal_id and n.revision = d.revision + 1 and n.revision > 1)
                    group by c.key, c.customer_id) c
                group by c.key order by c.key collate "C"
                """.formatted(question.by().key),
                row -> new SecondServices(
                        row.getString("key"),
                        row.getLong("customers"),
                        row.getLong("second"),
                        share(row.getLong("second"), row.getLong("customers"), false)),
                question.from().atDay(1),
                question.to().atEndOfMonth(),
                question.onlyPartner(),
                question.onlyPartner(),
                months);
    }

    private static long share(long part, long whole, boolean up) {
        BigInteger[] exact = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(SplitRule.WHOLE))
                .divideAndRemainder(BigInteger.valueOf(whole));
        return exact[0].add(up && exact[1].signum() > 0 ? BigInteger.ONE : BigInteger.ZERO)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
