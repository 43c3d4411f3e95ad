package org.ninetyten.leadrouting.dealpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** The versions of the deal policy. */
@ApplicationScoped
public class DealPolicies {

    private final Database database;

    DealPolicies(Database database) {
        this.database = database;
    }

    /** The newest version that is valid at the instant. */
    public DealPolicy validAt(Instant instant) {
        return database.first(
                        "select * from deal_policy where valid_from <= ? order by valid_from desc, version desc limit 1",
                        DealPolicies::policy,
                        instant)
                .orElseThrow(() -> new IllegalStateException("No deal policy is valid at " + instant));
    }

    private static DealPolicy policy(ResultSet row) throws SQLException {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Integer day : (Integer[]) row.getArray("business_days").getArray()) {
            days.add(DayOfWeek.of(day));
        }
        List<IncomePoint> order = Database.texts(row, "suggestion_order").stream()
                .map(IncomePoint::valueOf)
                .toList();
        return new DealPolicy(
                row.getInt("version"),
                Objects.requireNonNull(Database.instant(row, "valid_from")),
                row.getInt("protection_days"),
                row.getInt("extension_days"),
                row.getInt("conflict_business_days"),
                days,
                ZoneId.of(row.getString("time_zone")),
                NinetyTenMode.valueOf(row.getString("ninety_ten_mode")),
                order,
                row.getInt("dead_end_months"),
                row.getInt("partner_of_record_lapse_days"),
                row.getInt("rating_link_days"),
                row.getInt("rating_prior_count"),
                row.getInt("rating_prior_hundredths"),
                row.getInt("contest_days"),
                row.getInt("evidence_per_side"),
                row.getString("created_by"),
                row.getString("why"));
    }
}
