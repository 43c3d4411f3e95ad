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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    public Optional<DealPolicy> find(int version) {
        return database.first("select * from deal_policy where version = ?", DealPolicies::policy, version);
    }

    /** Versions below the given one, or all, the newest first. */
    public List<DealPolicy> list(@Nullable Integer below, int limit) {
        return database.query(
                "select * from deal_policy where version < ? order by version desc limit ?",
                DealPolicies::policy,
                below == null ? Integer.MAX_VALUE : below,
                limit);
    }

    boolean isTaken(Instant validFrom) {
        return database.first("select 1 from deal_policy where valid_from = ?", row -> 1, validFrom)
                .isPresent();
    }

    /** Adds the policy as the next version. One is added at a time, so that numbers have no gaps. */
    DealPolicy add(DealPolicy policy, Instant now) {
        database.update("lock table deal_policy in share row exclusive mode");
        return database.first(
                        """
                        insert into deal_policy (version, valid_from, protection_days, extension_days,
                            conflict_business_days, business_days, time_zone, ninety_ten_mode, suggestion_order,
                            dead_end_months, partner_of_record_lapse_days, rating_link_days, rating_prior_count,
                            rating_prior_hundredths, contest_days, evidence_per_side, created_at, created_by, why)
                        select max(version) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from deal_policy
                        returning *""",
                        DealPolicies::policy,
                        policy.validFrom(),
                        policy.protectionDays(),
                        policy.extensionDays(),
                        policy.conflictBusinessDays(),
                        Database.array(
                                "integer",
                                policy.businessDays().stream()
                                        .map(DayOfWeek::getValue)
                                        .sorted()
                                        .toList()),
                        policy.timeZone().getId(),
                        policy.ninetyTenMode(),
                        Database.array("text", policy.suggestionOrder()),
                        policy.deadEndMonths(),
                        policy.partnerOfRecordLapseDays(),
                        policy.ratingLinkDays(),
                        policy.ratingPriorCount(),
                        policy.ratingPriorHundredths(),
                        policy.contestDays(),
                        policy.evidencePerSide(),
                        now,
                        policy.createdBy(),
                        policy.why())
                .orElseThrow();
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
