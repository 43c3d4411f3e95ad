package org.ninetyten.leadrouting.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All campaigns of partners. */
@ApplicationScoped
@Transactional
public class PartnerCampaigns {

    private final Database database;

    PartnerCampaigns(Database database) {
        this.database = database;
    }

    /** Adds a campaign; false when it is running already, as anybody's. */
    boolean add(PartnerCampaign campaign, String by) {
        return database.update("""
                        insert into partner_campaign (id, campaign, partner_id, started_at, started_by)
                        values (?, ?, ?, ?, ?) on conflict do nothing""", campaign.id(), campaign.campaign(), campaign.partnerId(), campaign.startedAt(), by)
                == 1;
    }

    /** Ends a running campaign; false when it is not running. */
    boolean end(UUID id, Instant now, String by) {
        return database.update(
                        "update partner_campaign set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
                        now,
                        by,
                        id)
                == 1;
    }

    /** The campaign, which must exist. */
    public PartnerCampaign require(UUID id) {
        return database.first("select * from partner_campaign where id = ?", PartnerCampaigns::campaign, id)
                .orElseThrow(() -> ProblemException.notFound("campaign", id));
    }

    /**
     * The running campaigns in the order of their names.
     *
     * @param after the name of the last one of the page before, or nothing
     */
    public List<PartnerCampaign> running(@Nullable String after, int limit) {
        return database.query("""
                select * from partner_campaign where ended_at is null and lower(campaign) > ?
                 order by lower(campaign) limit ?""", PartnerCampaigns::campaign, after == null ? "" : key(after), limit);
    }

    /** Whose running campaigns these are, by the names as they were given. */
    public Map<String, UUID> partners(Collection<String> campaigns) {
        if (campaigns.isEmpty()) {
            return Map.of();
        }
        Set<String> keys = campaigns.stream().map(PartnerCampaigns::key).collect(Collectors.toSet());
        Map<String, UUID> byKey = new HashMap<>();
        database.query(
                """
                select lower(campaign) as key, partner_id from partner_campaign
                 where ended_at is null and lower(campaign) = any(?)""",
                row -> byKey.put(row.getString("key"), Database.id(row, "partner_id")),
                Database.array("text", keys));
        Map<String, UUID> partners = new HashMap<>();
        for (String campaign : campaigns) {
            UUID partner = byKey.get(key(campaign));
            if (partner != null) {
                partners.put(campaign, partner);
            }
        }
        return partners;
    }

    private static String key(String campaign) {
        return campaign.toLowerCase(Locale.ROOT);
    }

    private static PartnerCampaign campaign(ResultSet row) throws SQLException {
        return new PartnerCampaign(
                Database.id(row, "id"),
                row.getString("campaign"),
                Database.id(row, "partner_id"),
                Objects.requireNonNull(Database.instant(row, "started_at")),
                Database.instant(row, "ended_at"));
    }
}
