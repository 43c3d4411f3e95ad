package org.ninetyten.billing.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
        int version = database.first(
                        "select version from split_plan where valid_from <= ? order by valid_from desc limit 1",
                        row -> row.getInt("version"),
                        invoiceDate)
                .orElseThrow(() -> new IllegalStateException("No split plan is valid on " + invoiceDate));
        return version(version);
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
                        select name, valid_from, licence_limit_basis_points, suggestion_limit
                        from split_plan where version = ?""",
                        row -> new SplitPlan(
                                version,
                                row.getString("name"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getInt("licence_limit_basis_points"),
                                rules,
                                suggestions,
                                row.getInt("suggestion_limit")),
                        version)
                .orElseThrow(() -> new IllegalStateException("There is no split plan " + version));
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
