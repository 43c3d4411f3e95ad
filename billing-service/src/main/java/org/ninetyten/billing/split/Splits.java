package org.ninetyten.billing.split;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.Sale;

/** All splits with their corrections. */
@ApplicationScoped
public class Splits {

    private static final String CURRENT = """
            select s.* from split s where not exists (
                select from split n where n.deal_id = s.deal_id and n.revision = s.revision + 1 and n.revision > 1) and\s""";

    private final Database database;
    private final ObjectMapper json;

    Splits(Database database, ObjectMapper json) {
        this.database = database;
        // What is absent is left out: a trace has many parts that few lines have.
        this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    /**
     * What came of deals before.
     *
     * @param split those that are split already
     * @param refunded those of which a refund came
     */
    record Seen(Set<UUID> split, Set<UUID> refunded) {}

    /** What came of the deals before. */
    Seen seen(Collection<UUID> dealIds) {
        Seen seen = new Seen(new HashSet<>(), new HashSet<>());
        database.query(
                """
                select id, exists (select from split s where s.deal_id = d.id and s.revision = 1) as split,
                    exists (select from refund r where r.deal_id = d.id) as refunded
                from unnest(?) as d (id)""",
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    if (row.getBoolean("split")) {
                        seen.split().add(id);
                    }
                    if (row.getBoolean("refunded")) {
                        seen.refunded().add(id);
                    }
                    return id;
                },
                (Object) dealIds.toArray(UUID[]::new));
        return seen;
    }

    /** The split of a deal as it stands after all corrections. */
    @Transactional
    public Optional<PostedSplit> currentOfDeal(UUID dealId) {
        return read(CURRENT + "s.deal_id = ?", dealId).stream().findFirst();
    }

    /** The splits of deals as they stand; a deal that is not split is left out. */
    List<PostedSplit> currentOfDeals(Collection<UUID> dealIds) {
        return dealIds.isEmpty()
                ? List.of()
                : read(CURRENT + "s.deal_id = any(?)", (Object) dealIds.toArray(UUID[]::new));
    }

    List<PostedSplit> currentOfPartner(UUID partnerId, LocalDate from) {
        return read(CURRENT + "s.partner_id = ? and s.invoice_date >= ? order by s.deal_id", partnerId, from);
    }

    /** Up to so many splits as they stand, by invoice date and deal, after the given ones and up to a date. */
    @Transactional
    List<PostedSplit> currentOfDates(LocalDate from, UUID afterDeal, LocalDate to, int most) {
        return read(
                CURRENT
                        + "(s.invoice_date, s.deal_id) > (?, ?) and s.invoice_date <= ? order by s.invoice_date, s.deal_id"
                        + " limit ?",
                from,
                afterDeal,
                to,
                most);
    }

    /** Adds splits with their lines, two statements for any number of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void addAll(List<PostedSplit> posted) {
        if (posted.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into split (id, deal_id, revision, partner_id, customer_id, sale, plan_version, tier, tier_source,
                    tier_from, partner_country, partner_region, invoice_date, currency, licence_minor, total_minor, partner_minor,
                    vendor_minor, partner_licence_minor, paid_services, ninety_ten, correction_reason, journal_entry_id, posted_at)
                select id, deal_id, revision, partner_id, customer_id, sale, plan_version, tier, tier_source,
                    tier_from::date, partner_country, partner_region, invoice_date::date, currency, licence_minor, total_minor, partner_minor, vendor_minor,
                    partner_licence_minor, paid_services, ninety_ten::jsonb, correction_reason, journal_entry_id, posted_at::timestamptz
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as s (id, deal_id, revision, partner_id, customer_id, sale, plan_version, tier, tier_source, tier_from,
                        partner_country, partner_region, invoice_date, currency, licence_minor, total_minor, partner_minor, vendor_minor, partner_licence_minor,
                        paid_services, ninety_ten, correction_reason, journal_entry_id, posted_at)""",
                ids(posted, PostedSplit::id),
                ids(posted, split -> split.split().deal().dealId()),
                posted.stream().map(PostedSplit::revision).toArray(Integer[]::new),
                ids(posted, split -> split.split().deal().partnerId()),
                ids(posted, split -> split.split().deal().customerId()),
                texts(posted, split -> split.split().deal().sale()),
                posted.stream().map(split -> split.split().planVersion()).toArray(Integer[]::new),
                texts(posted, split -> split.split().tier().tier()),
                texts(posted, split -> split.split().tier().source()),
                texts(posted, split -> split.split().tier().effectiveFrom()),
                texts(posted, split -> split.split().partner().country()),
                texts(posted, split -> split.split().partner().region()),
                texts(posted, split -> split.split().deal().invoiceDate()),
                texts(posted, split -> split.split().deal().currency().getCurrencyCode()),
                amounts(posted, split -> split.split().deal().licenceMinor()),
                amounts(posted, split -> split.split().deal().totalMinor()),
                amounts(posted, split -> split.split().partnerMinor()),
                amounts(posted, split -> split.split().vendorMinor()),
                amounts(posted, split -> split.split().partnerLicenceMinor()),
                posted.stream().map(split -> split.split().paidServices()).toArray(Integer[]::new),
                texts(posted, split -> write(split.split().ninetyTen())),
                texts(posted, PostedSplit::correctionReason),
                ids(posted, PostedSplit::journalEntryId),
                texts(posted, PostedSplit::postedAt));
        List<NewLine> lines = posted.stream().flatMap(NewLine::of).toList();
        database.update(
                """
                insert into split_line (split_id, ordinal, line_id, income_point, net_minor, partner_minor, vendor_minor,
                    billed_by, trace)
                select split_id, ordinal, line_id, income_point, net_minor, partner_minor, vendor_minor, billed_by,
                    trace::jsonb
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as l (split_id, ordinal, line_id, income_point, net_minor,
                    partner_minor, vendor_minor, billed_by, trace)""",
                ids(lines, NewLine::splitId),
                lines.stream().map(NewLine::ordinal).toArray(Integer[]::new),
                ids(lines, line -> line.split().line().lineId()),
                texts(lines, line -> line.split().line().incomePoint()),
                amounts(lines, line -> line.split().line().netMinor()),
                amounts(lines, line -> line.split().partnerMinor()),
                amounts(lines, line -> line.split().vendorMinor()),
                texts(lines, line -> line.split().line().billedBy()),
                texts(lines, line -> write(line.split().trace())));
    }

    private record NewLine(UUID splitId, int ordinal, LineSplit split) {
        static Stream<NewLine> of(PostedSplit posted) {
            List<LineSplit> lines = posted.split().lines();
            return IntStream.range(0, lines.size()).mapToObj(i -> new NewLine(posted.id(), i + 1, lines.get(i)));
        }
    }

    private static <T> @Nullable UUID[] ids(List<T> rows, Function<T, @Nullable UUID> of) {
        return rows.stream().map(of).toArray(UUID[]::new);
    }

    private static <T> Long[] amounts(List<T> rows, ToLongFunction<T> of) {
        return rows.stream().mapToLong(of).boxed().toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> of) {
        return rows.stream().map(of).map(value -> Objects.toString(value, null)).toArray(String[]::new);
    }

    private List<PostedSplit> read(String sql, Object... parameters) {
        List<Header> headers = database.query(sql, this::header, parameters);
        if (headers.isEmpty()) {
            return List.of();
        }
        UUID[] ids = headers.stream().map(Header::id).toArray(UUID[]::new);
        Map<UUID, List<StoredLine>> lines = database.query("""
                        select split_id, line_id, partner_minor, vendor_minor, trace from split_line
                        where split_id = any(?) order by split_id, ordinal""", this::line, (Object) ids).stream()
                .collect(Collectors.groupingBy(StoredLine::splitId));
        return headers.stream()
                .map(header -> header.with(lines.getOrDefault(header.id(), List.of()).stream()
                        .map(StoredLine::split)
                        .toList()))
                .toList();
    }

    private record StoredLine(UUID splitId, LineSplit split) {}

    private record Header(PostedSplit split) {

        UUID id() {
            return split.id();
        }

        PostedSplit with(List<LineSplit> lines) {
            DealSplit bare = split.split();
            WonDeal deal = bare.deal();
            return new PostedSplit(
                    split.id(),
                    split.revision(),
                    new DealSplit(
                            deal.with(lines.stream().map(LineSplit::line).toList()),
                            bare.planVersion(),
                            bare.partner(),
                            lines,
                            bare.ninetyTen()),
                    split.correctionReason(),
                    split.journalEntryId(),
                    split.postedAt());
        }
    }

    private Header header(ResultSet row) throws SQLException {
        WonDeal deal = new WonDeal(
                row.getObject("deal_id", UUID.class),
                row.getObject("partner_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                Sale.valueOf(row.getString("sale")),
                Currency.getInstance(row.getString("currency")),
                row.getObject("invoice_date", LocalDate.class),
                List.of());
        TierOnDate tier = new TierOnDate(
                Tier.valueOf(row.getString("tier")),
                TierOnDate.Source.valueOf(row.getString("tier_source")),
                row.getObject("tier_from", LocalDate.class));
        return new Header(new PostedSplit(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                new DealSplit(
                        deal,
                        row.getInt("plan_version"),
                        new PartnerOnDate(tier, row.getString("partner_country"), row.getString("partner_region")),
                        List.of(),
                        read(row.getString("ninety_ten"), NinetyTen.class)),
                row.getString("correction_reason"),
                row.getObject("journal_entry_id", UUID.class),
                Database.instant(row, "posted_at")));
    }

    private StoredLine line(ResultSet row) throws SQLException {
        LineTrace trace = read(row.getString("trace"), LineTrace.class);
        LineTrace.Inputs inputs = trace.inputs();
        DealLine line = new DealLine(
                row.getObject("line_id", UUID.class),
                inputs.incomePoint(),
                inputs.quantity(),
                inputs.unitPriceMinor(),
                inputs.netMinor(),
                inputs.taxMinor(),
                inputs.performer(),
                inputs.billedBy());
        return new StoredLine(
                row.getObject("split_id", UUID.class),
                new LineSplit(line, row.getLong("partner_minor"), row.getLong("vendor_minor"), trace));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
