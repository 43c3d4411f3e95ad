package org.ninetyten.billing.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.partner.Tier;

/** All versions of the split plan. */
@ApplicationScoped
public class SplitPlans {

    private final Database database;
    // A version never changes, so it is read once. Which one is valid on a date is asked each time.
    private final Map<Integer, SplitPlan> versions = new ConcurrentHashMap<>();

    SplitPlans(Database database) {
        this.database = database;
    }

    /** The plan valid on an invoice date. */
    @Transactional
    public SplitPlan on(LocalDate invoiceDate) {
        return timeLine().on(invoiceDate);
    }

    /** All versions with the dates from which they are valid, as of now. */
    @Transactional
    public PlanTimeLine timeLine() {
        return new PlanTimeLine(all());
    }

    /** One version. */
    @Transactional
    public SplitPlan version(int version) {
        return versions.computeIfAbsent(version, this::read);
    }

    /** All versions, newest first. */
    @Transactional
    public List<SplitPlan> all() {
        return database
                .query("select version from split_plan order by version desc", row -> row.getInt("version"))
                .stream()
                .map(this::version)
                .toList();
    }

    private SplitPlan read(int version) {
        List<SplitRule> rules = database.query("""
                select code, kind, tier, performer, partner_basis_points, platform_fee_basis_points
                from split_rule where plan_version = ? order by code""", SplitPlans::rule, version);
        List<IncomePoint> suggestions = database.query(
                "select income_point from split_plan_suggestion where plan_version = ? order by ordinal",
                row -> IncomePoint.valueOf(row.getString("income_point")),
                version);
        return database.first(
                        """
                        select name, valid_from, licence_limit_basis_points, suggestion_limit, currency, hold_days,
                            claw_back_months, recovery_limit_basis_points, fraud_hold_days, services_alarm_basis_points
                        from split_plan where version = ?""",
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
                row.getInt("services_alarm_basis_points"));
    }

    private static SplitRule rule(ResultSet row) throws SQLException {
        String tier = row.getString("tier");
        String performer = row.getString("performer");
        return new SplitRule(
                row.getString("code"),
                IncomePoint.Kind.valueOf(row.getString("kind")),
                tier == null ? null : Tier.valueOf(tier),
                performer == null ? null : Party.valueOf(performer),
                row.getInt("partner_basis_points"),
                row.getInt("platform_fee_basis_points"));
    }
}
