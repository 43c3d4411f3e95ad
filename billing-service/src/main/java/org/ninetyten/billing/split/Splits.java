package org.ninetyten.billing.split;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;

/** All splits with their corrections. */
@ApplicationScoped
public class Splits {

    private static final String CURRENT = """
            select s.* from split s where s.revision = (select max(revision) from split where deal_id = s.deal_id) and\s""";

    private final Database database;
    private final ObjectMapper json;

    Splits(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    boolean hasDeal(UUID dealId) {
        return database.first("select 1 from split where deal_id = ? limit 1", row -> true, dealId)
                .isPresent();
    }

    /** The split of a deal as it stands after all corrections. */
    @Transactional
    public Optional<PostedSplit> currentOfDeal(UUID dealId) {
        return read(CURRENT + "s.deal_id = ?", dealId).stream().findFirst();
    }

    List<PostedSplit> currentOfPartner(UUID partnerId, LocalDate from) {
        return read(CURRENT + "s.partner_id = ? and s.invoice_date >= ? order by s.deal_id", partnerId, from);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(PostedSplit posted) {
        DealSplit split = posted.split();
        List<LineSplit> lines = split.lines();
        database.update(
                """
                with whole as (
                    insert into split (id, deal_id, revision, partner_id, plan_version, tier, tier_source, tier_from,
                        invoice_date, currency, licence_minor, total_minor, partner_minor, vendor_minor, ninety_ten,
                        correction_reason, journal_entry_id, posted_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) returning id)
                insert into split_line (split_id, ordinal, line_id, income_point, net_minor, partner_minor, vendor_minor,
                    billed_by, trace)
                select whole.id, n, line_id, income_point, net_minor, partner_minor, vendor_minor, billed_by, trace::jsonb
                from whole, unnest(?, ?, ?, ?, ?, ?, ?) with ordinality
                    as l (line_id, income_point, net_minor, partner_minor, vendor_minor, billed_by, trace, n)""",
                posted.id(),
                split.deal().dealId(),
                posted.revision(),
                split.deal().partnerId(),
                split.planVersion(),
                split.tier().tier().name(),
                split.tier().source().name(),
                split.tier().effectiveFrom(),
                split.deal().invoiceDate(),
                split.deal().currency().getCurrencyCode(),
                split.deal().licenceMinor(),
                split.deal().totalMinor(),
                split.partnerMinor(),
                split.vendorMinor(),
                write(split.ninetyTen()),
                posted.correctionReason(),
                posted.journalEntryId(),
                posted.postedAt(),
                lines.stream().map(line -> line.line().lineId()).toArray(UUID[]::new),
                lines.stream().map(line -> line.line().incomePoint().name()).toArray(String[]::new),
                lines.stream().map(line -> line.line().netMinor()).toArray(Long[]::new),
                lines.stream().map(LineSplit::partnerMinor).toArray(Long[]::new),
                lines.stream().map(LineSplit::vendorMinor).toArray(Long[]::new),
                lines.stream().map(line -> line.line().billedBy().name()).toArray(String[]::new),
                lines.stream().map(line -> write(line.trace())).toArray(String[]::new));
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
                            new WonDeal(
                                    deal.dealId(),
                                    deal.partnerId(),
                                    deal.currency(),
                                    deal.invoiceDate(),
                                    lines.stream().map(LineSplit::line).toList()),
                            bare.planVersion(),
                            bare.tier(),
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
                        tier,
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
