package org.ninetyten.billing.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.messaging.http.ProblemException;

/** All versions of the split plan. */
@ApplicationScoped
public class SplitPlans {

    private final Database database;
    // A version never changes, so it is read once. Which one is valid on a date is asked each time.
    private final Map<Integer, SplitPlan> versions = new ConcurrentHashMap<>();

    SplitPlans(Database database) {
        this.database = database;
    }

    /** How a version came to be, and whether it was taken back before it became valid. */
    public record History(
            int version,
            @Nullable String why,
            @Nullable String createdBy,
            Instant createdAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnWhy) {}

    /** The plan valid on an invoice date. */
    @Transactional
    public SplitPlan on(LocalDate invoiceDate) {
        return timeLine().on(invoiceDate);
    }

    /** All versions with the dates from which they are valid, as of now. */
    @Transactional
    public PlanTimeLine timeLine() {
        return new PlanTimeLine(read("""
                select version from split_plan p
                where not exists (select from split_plan_withdrawal w where w.version = p.version)
                order by version desc"""));
    }

    /** One version that is known to exist. */
    @Transactional
    public SplitPlan version(int version) {
        return versions.computeIfAbsent(version, this::read);
    }

    /** One version; 404 when there is none. */
    @Transactional
    public SplitPlan require(int version) {
        if (database.first("select 1 from split_plan where version = ?", row -> true, version)
                .isEmpty()) {
            throw ProblemException.notFound("split plan", version);
        }
        return version(version);
    }

    /** All versions, newest first, those that were withdrawn too. */
    @Transactional
    public List<SplitPlan> all() {
        return read("select version from split_plan order by version desc");
    }

    /** How each version came to be. */
    @Transactional
    public Map<Integer, History> histories() {
        return database
                .query(
                        """
                        select p.version, p.why, p.created_by, p.created_at, w.withdrawn_at, w.withdrawn_by,
                            w.why as withdrawn_why
                        from split_plan p left join split_plan_withdrawal w on w.version = p.version""",
                        row -> new History(
                                row.getInt("version"),
                                row.getString("why"),
                                row.getString("created_by"),
                                Database.instant(row, "created_at"),
                                row.getObject("withdrawn_at") == null ? null : Database.instant(row, "withdrawn_at"),
                                row.getString("withdrawn_by"),
                                row.getString("withdrawn_why")))
                .stream()
                .collect(Collectors.toMap(History::version, Function.identity()));
    }

    /** Until the transaction ends nobody else writes versions. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtextextended('split_plan', 0))", row -> true);
    }

    int highest() {
        return database.first("select max(version) from split_plan", row -> row.getInt(1))
                .orElse(0);
    }

    /** The version that begins on exactly this day and was not withdrawn. */
    Optional<Integer> from(LocalDate validFrom) {
        return database.first("""
                select version from split_plan p where valid_from = ?
                    and not exists (select from split_plan_withdrawal w where w.version = p.version)""", row -> row.getInt("version"), validFrom);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(SplitPlan plan, String why, String by, Instant now) {
        PlanTerms terms = plan.terms();
        database.update(
                """
                insert into split_plan (version, name, valid_from, licence_limit_basis_points, suggestion_limit, created_at,
                    currency, hold_days, claw_back_months, recovery_limit_basis_points, fraud_hold_days,
                    services_alarm_basis_points, rate_max_age_days, second_service_months, why, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                plan.version(),
                plan.name(),
                plan.validFrom(),
                terms.licenceLimitBasisPoints(),
                terms.suggestionLimit(),
                now,
                terms.currency().getCurrencyCode(),
                terms.holdDays(),
                terms.clawBackMonths(),
                terms.recoveryLimitBasisPoints(),
                terms.fraudHoldDays(),
                terms.servicesAlarmBasisPoints(),
                terms.rateMaxAgeDays(),
                terms.secondServiceMonths(),
                why,
                by);
        addRules(plan);
        addBands(plan);
        addCaps(plan);
        database.update(
                """
                insert into split_plan_suggestion (plan_version, ordinal, income_point)
                select ?, n, point from unnest(?) with ordinality as s (point, n)""", plan.version(), plan.suggestions().stream().map(Enum::name).toArray(String[]::new));
    }

    private void addRules(SplitPlan plan) {
        List<SplitRule> rules = plan.rules();
        database.update(
                """
                insert into split_rule (plan_version, code, kind, income_point, tier, region, sale, performer, billed_by,
                    partner_basis_points, band_mode, platform_fee_basis_points)
                select ?, code, kind, income_point, tier, region, sale, performer, billed_by, share, mode, fee
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                    as r (code, kind, income_point, tier, region, sale, performer, billed_by, share, mode, fee, n)
                order by n""",
                plan.version(),
                texts(rules, SplitRule::code),
                texts(rules, rule -> rule.criteria().kind()),
                texts(rules, rule -> rule.criteria().incomePoint()),
                texts(rules, rule -> rule.criteria().tier()),
                texts(rules, rule -> rule.criteria().region()),
                texts(rules, rule -> rule.criteria().sale()),
                texts(rules, rule -> rule.criteria().performer()),
                texts(rules, rule -> rule.criteria().billedBy()),
                rules.stream()
                        .map(rule ->
                                rule.hasOneShare() ? rule.bands().getFirst().partnerBasisPoints() : null)
                        .toArray(Integer[]::new),
                texts(rules, rule -> rule.hasOneShare() ? null : rule.mode()),
                rules.stream().map(SplitRule::platformFeeBasisPoints).toArray(Integer[]::new));
    }

    private record BandRow(String rule, int ordinal, Band band) {}

    private void addBands(SplitPlan plan) {
        List<BandRow> rows = new ArrayList<>();
        for (SplitRule rule : plan.rules()) {
            for (int i = 0; !rule.hasOneShare() && i < rule.bands().size(); i++) {
                rows.add(new BandRow(rule.code(), i + 1, rule.bands().get(i)));
            }
        }
        database.update(
                """
                insert into split_band (plan_version, rule_code, ordinal, from_minor, to_minor, partner_basis_points)
                select ?, rule, ordinal, from_minor, to_minor, share
                from unnest(?, ?, ?, ?, ?) as b (rule, ordinal, from_minor, to_minor, share)""",
                plan.version(),
                texts(rows, BandRow::rule),
                rows.stream().map(BandRow::ordinal).toArray(Integer[]::new),
                rows.stream().map(row -> row.band().fromMinor()).toArray(Long[]::new),
                rows.stream().map(row -> row.band().toMinor()).toArray(Long[]::new),
                rows.stream().map(row -> row.band().partnerBasisPoints()).toArray(Integer[]::new));
    }

    private record CapRow(String rule, Cap cap) {}

    private void addCaps(SplitPlan plan) {
        List<CapRow> rows = plan.rules().stream()
                .flatMap(rule -> rule.caps().stream().map(cap -> new CapRow(rule.code(), cap)))
                .toList();
        database.update(
                """
                insert into split_cap (plan_version, rule_code, scope, period, limit_minor)
                select ?, rule, scope, period, most from unnest(?, ?, ?, ?) as c (rule, scope, period, most)""",
                plan.version(),
                texts(rows, CapRow::rule),
                texts(rows, row -> row.cap().scope()),
                texts(rows, row -> row.cap().period()),
                rows.stream().map(row -> row.cap().limitMinor()).toArray(Long[]::new));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(int version, String why, String by, Instant now) {
        database.update(
                "insert into split_plan_withdrawal (version, withdrawn_at, withdrawn_by, why) values (?, ?, ?, ?)",
                version,
                now,
                by,
                why);
    }

    private List<SplitPlan> read(String versionsWanted) {
        return database.query(versionsWanted, row -> row.getInt("version")).stream()
                .map(this::version)
                .toList();
    }

    private SplitPlan read(int version) {
        Map<String, List<Band>> bands = database
                .query(
                        "select * from split_band where plan_version = ? order by rule_code, ordinal",
                        row -> Map.entry(
                                row.getString("rule_code"),
                                new Band(
                                        row.getLong("from_minor"),
                                        row.getObject("to_minor", Long.class),
                                        row.getInt("partner_basis_points"))),
                        version)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, List<Cap>> caps = database
                .query(
                        "select * from split_cap where plan_version = ? order by rule_code, scope, period",
                        row -> Map.entry(
                                row.getString("rule_code"),
                                new Cap(
                                        Cap.Scope.valueOf(row.getString("scope")),
                                        Cap.Period.valueOf(row.getString("period")),
                                        row.getLong("limit_minor"))),
                        version)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<SplitRule> rules = database.query(
                "select * from split_rule where plan_version = ? order by position",
                row -> rule(row, bands, caps),
                version);
        List<IncomePoint> suggestions = database.query(
                "select income_point from split_plan_suggestion where plan_version = ? order by ordinal",
                row -> IncomePoint.valueOf(row.getString("income_point")),
                version);
        return database.first(
                        "select * from split_plan where version = ?",
                        row -> new SplitPlan(
                                version,
                                row.getString("name"),
                                row.getObject("valid_from", LocalDate.class),
                                terms(row),
                                rules,
                                suggestions),
                        version)
                .orElseThrow(() -> new IllegalStateException("There is no split plan " + version));
    }

    private static PlanTerms terms(ResultSet row) throws SQLException {
        return new PlanTerms(
                Currency.getInstance(row.getString("currency")),
                row.getInt("licence_limit_basis_points"),
                row.getInt("suggestion_limit"),
                row.getInt("hold_days"),
                row.getInt("claw_back_months"),
                row.getInt("recovery_limit_basis_points"),
                row.getInt("fraud_hold_days"),
                row.getInt("services_alarm_basis_points"),
                row.getInt("rate_max_age_days"),
                row.getInt("second_service_months"));
    }

    private static SplitRule rule(ResultSet row, Map<String, List<Band>> bands, Map<String, List<Cap>> caps)
            throws SQLException {
        String code = row.getString("code");
        String mode = row.getString("band_mode");
        return new SplitRule(
                code,
                new RuleCriteria(
                        of(IncomePoint.Kind.class, row.getString("kind")),
                        of(IncomePoint.class, row.getString("income_point")),
                        of(Tier.class, row.getString("tier")),
                        row.getString("region"),
                        of(Sale.class, row.getString("sale")),
                        of(Party.class, row.getString("performer")),
                        of(Party.class, row.getString("billed_by"))),
                mode == null ? BandMode.WHOLE : BandMode.valueOf(mode),
                mode == null
                        ? List.of(new Band(0, null, row.getInt("partner_basis_points")))
                        : bands.getOrDefault(code, List.of()),
                row.getInt("platform_fee_basis_points"),
                caps.getOrDefault(code, List.of()));
    }

    private static <T extends Enum<T>> @Nullable T of(Class<T> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> of) {
        return rows.stream().map(of).map(value -> Objects.toString(value, null)).toArray(String[]::new);
    }
}
