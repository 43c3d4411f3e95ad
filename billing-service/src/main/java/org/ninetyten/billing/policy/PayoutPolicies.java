package org.ninetyten.billing.policy;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.ninetyten.billing.database.Database;

/** All versions of the payout policy. */
@ApplicationScoped
@Transactional
public class PayoutPolicies {

    private final Database database;

    PayoutPolicies(Database database) {
        this.database = database;
    }

    /** The version that is valid at the instant: of several that have begun, the last one written. */
    public PayoutPolicy at(Instant instant) {
        return database.first(
                        "select * from payout_policy where valid_from <= ? order by valid_from desc, version desc limit 1",
                        PayoutPolicies::read,
                        instant)
                .orElseThrow(() -> new IllegalStateException("No payout policy is valid at " + instant));
    }

    /** All versions, newest first. */
    public List<PayoutPolicy> all() {
        return database.query("select * from payout_policy order by version desc", PayoutPolicies::read);
    }

    /** Adds the next version and returns it; the number in the draft is of no account. */
    PayoutPolicy add(PayoutPolicy draft) {
        database.query("select pg_advisory_xact_lock(hashtextextended('payout_policy', 9010))", row -> true);
        return database.first(
                        """
                        insert into payout_policy (version, valid_from, currency, minimum_minor, four_eyes_minor,
                            forced_after_months, cooling_off_hours, answer_hours, rate_max_age_days, created_at,
                            created_by, why)
                        select max(version) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from payout_policy returning *""",
                        PayoutPolicies::read,
                        draft.validFrom(),
                        draft.currency().getCurrencyCode(),
                        draft.minimumMinor(),
                        draft.fourEyesMinor(),
                        draft.forcedAfterMonths(),
                        Math.toIntExact(draft.coolingOff().toHours()),
                        Math.toIntExact(draft.answerWithin().toHours()),
                        draft.rateMaxAgeDays(),
                        draft.createdAt(),
                        draft.createdBy(),
                        draft.why())
                .orElseThrow();
    }

    private static PayoutPolicy read(ResultSet row) throws SQLException {
        return new PayoutPolicy(
                row.getInt("version"),
                requireNonNull(Database.instant(row, "valid_from")),
                Currency.getInstance(row.getString("currency")),
                row.getLong("minimum_minor"),
                row.getLong("four_eyes_minor"),
                row.getInt("forced_after_months"),
                Duration.ofHours(row.getInt("cooling_off_hours")),
                Duration.ofHours(row.getInt("answer_hours")),
                row.getInt("rate_max_age_days"),
                requireNonNull(Database.instant(row, "created_at")),
                row.getString("created_by"),
                row.getString("why"));
    }
}
