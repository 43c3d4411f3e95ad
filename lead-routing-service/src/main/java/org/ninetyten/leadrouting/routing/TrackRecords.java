package org.ninetyten.leadrouting.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;

/** What happened between partners and their leads, counted by day. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TrackRecords {

    /** One thing that can happen to an offer or a deal. */
    enum Happening {
        OFFERED,
        ACCEPTED,
        DECLINED,
        TIMED_OUT,
        WON,
        LOST
    }

    private final Database database;

    TrackRecords(Database database) {
        this.database = database;
    }

    /**
     * What is known of a partner's past up to yesterday, which does not change before tomorrow.
     *
     * @param eligibleDays those of the days of the quota, today included, on which it could have been offered a lead
     */
    record Past(Tally ofRecord, Tally ofLoad, Tally ofQuota, int eligibleDays) {

        /** The record, with what happened today. */
        TrackRecord with(Tally today, int offersEver) {
            return new TrackRecord(
                    offersEver, ofRecord.plus(today), ofLoad.plus(today), ofQuota.plus(today), eligibleDays);
        }
    }

    /** The past of the partners as seen on a day, over the windows of the policy. */
    Map<UUID, Past> pasts(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today) {
        Map<UUID, Past> pasts = new HashMap<>();
        LocalDate record = today.minusDays(policy.recordDays() - 1L);
        LocalDate load = today.minusDays(policy.loadWindowDays() - 1L);
        LocalDate quota = today.minusDays(TrackRecord.QUOTA_DAYS - 1L);
        database.query(
                """
                select w.partner_id, d.*, a.absent
                  from unnest(?) as w (partner_id)
                  cross join lateral (
                    select sum(accepted) filter (where day >= ?) as record_accepted,
                           sum(declined) filter (where day >= ?) as record_declined,
                           sum(timed_out) filter (where day >= ?) as record_timed_out,
                           sum(won) filter (where day >= ?) as record_won,
                           sum(lost) filter (where day >= ?) as record_lost,
                           sum(offered) filter (where day >= ?) as load_offered,
                           sum(declined) filter (where day >= ?) as load_declined,
                           sum(timed_out) filter (where day >= ?) as load_timed_out,
                           sum(offered) filter (where day >= ?) as quota_offered,
                           sum(declined) filter (where day >= ?) as quota_declined,
                           sum(timed_out) filter (where day >= ?) as quota_timed_out
                      from partner_day
                     where partner_id = w.partner_id and day >= least(?::date, ?::date, ?::date) and day < ?) d
                  cross join lateral (
                    select coalesce(sum(greatest(0, least(coalesce(back_on - 1, ?::date), ?::date)
                               - greatest(gone_on + 1, ?::date) + 1)), 0) as absent
                      from partner_absence
                     where partner_id = w.partner_id and (back_on is null or back_on > ?)) a""",
                row -> pasts.put(Database.id(row, "partner_id"), past(row)),
                Database.array("uuid", partnerIds),
                record,
                record,
                record,
                record,
                record,
                load,
                load,
                load,
                quota,
                quota,
                quota,
                record,
                load,
                quota,
                today,
                today,
                today,
                quota,
                quota);
        return pasts;
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(
                new Tally(
                        0,
                        row.getInt("record_accepted"),
                        row.getInt("record_declined"),
                        row.getInt("record_timed_out"),
                        row.getInt("record_won"),
                        row.getInt("record_lost")),
                new Tally(
                        row.getInt("load_offered"), 0, row.getInt("load_declined"), row.getInt("load_timed_out"), 0, 0),
                new Tally(
                        row.getInt("quota_offered"),
                        0,
                        row.getInt("quota_declined"),
                        row.getInt("quota_timed_out"),
                        0,
                        0),
                TrackRecord.QUOTA_DAYS - row.getInt("absent"));
    }

    /** The partner took an offer. */
    public void accepted(UUID partnerId, LocalDate day) {
        count(Happening.ACCEPTED, List.of(partnerId), day);
    }

    /**
     * Counts what happened once for each entry. Whoever also changes turns does that first: in one order nobody waits in a
     * ring.
     */
    void count(Happening what, Collection<UUID> partnerIds, LocalDate day) {
        String column = what.name().toLowerCase(java.util.Locale.ROOT);
        database.update(
                "insert into partner_day (partner_id, day, " + column + ") select partner_id, ?::date, count(*)"
                        + " from unnest(?) as h (partner_id) group by 1 order by 1"
                        + " on conflict (partner_id, day) do update set " + column + " = partner_day." + column
                        + " + excluded." + column,
                day,
                Database.array("uuid", partnerIds));
    }
}
