package org.ninetyten.leadrouting.rating;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;

/** All ratings. They are only added. */
@ApplicationScoped
@Transactional
public class Ratings {

    private final Database database;
    private final DealPolicies policies;
    private final Clock clock;

    Ratings(Database database, DealPolicies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    /** Adds a rating, unless this side has rated the deal before. */
    @Transactional(MANDATORY)
    boolean add(Rating rating) {
        return database.update(
                        """
                        insert into rating (id, deal_id, partner_id, side, lead_score, work_score, text, rated_at,
                            rated_by)
                        values (?, ?, ?, ?, ?::int, ?, ?, ?, ?)
                        on conflict (deal_id, side) do nothing""",
                        rating.id(),
                        rating.dealId(),
                        rating.partnerId(),
                        rating.side(),
                        rating.leadScore(),
                        rating.workScore(),
                        rating.text(),
                        rating.ratedAt(),
                        rating.ratedBy())
                == 1;
    }

    /** What both sides say of a deal. */
    public List<Rating> of(UUID dealId) {
        return database.query("select * from rating where deal_id = ? order by side", Ratings::rating, dealId);
    }

    /** What customers say of a partner's work. */
    public ShrunkMean meanOf(UUID partnerId) {
        DealPolicy policy = policies.validAt(clock.instant());
        return database.first(
                        """
                        select count(*) as ratings, coalesce(sum(work_score), 0) as sum
                          from rating where partner_id = ? and side = 'CUSTOMER'""",
                        row -> ShrunkMean.of(
                                row.getLong("ratings"),
                                row.getLong("sum"),
                                policy.ratingPriorCount(),
                                policy.ratingPriorHundredths()),
                        partnerId)
                .orElseThrow();
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                Database.id(row, "id"),
                Database.id(row, "deal_id"),
                Database.id(row, "partner_id"),
                Rating.Side.valueOf(row.getString("side")),
                Database.integer(row, "lead_score"),
                row.getInt("work_score"),
                row.getString("text"),
                Objects.requireNonNull(Database.instant(row, "rated_at")),
                row.getString("rated_by"));
    }
}
