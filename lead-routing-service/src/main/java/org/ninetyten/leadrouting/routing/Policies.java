package org.ninetyten.leadrouting.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Tier;

/** The versions of the routing policy. */
@ApplicationScoped
public class Policies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    Policies(Database database) {
        this.database = database;
    }

    /** The newest version that is valid at the instant. */
    public RoutingPolicy validAt(Instant instant) {
        return database.first(
                        "select * from routing_policy where valid_from <= ? order by valid_from desc, version desc limit 1",
                        Policies::policy,
                        instant)
                .orElseThrow(() -> new IllegalStateException("No routing policy is valid at " + instant));
    }

    private static RoutingPolicy policy(ResultSet row) throws SQLException {
        Set<DayOfWeek> days = Arrays.stream(
                        (Integer[]) row.getArray("business_days").getArray())
                .map(DayOfWeek::of)
                .collect(Collectors.toSet());
        Set<IncomePoint> needs = EnumSet.noneOf(IncomePoint.class);
        Database.texts(row, "needs_with_credential").forEach(need -> needs.add(IncomePoint.valueOf(need)));
        return new RoutingPolicy(
                row.getInt("version"),
                row.getInt("shortlist"),
                row.getInt("credit_clamp") * Credit.LEAD,
                row.getInt("offers_before_desk"),
                read(row.getString("tier_weights"), new TypeReference<Map<Tier, Integer>>() {}),
                read(row.getString("minutes_to_answer"), new TypeReference<Map<LeadSource, Integer>>() {}),
                new BusinessHours(
                        days,
                        row.getObject("business_opens", LocalTime.class),
                        row.getObject("business_closes", LocalTime.class)),
                needs);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A routing policy cannot be read", e);
        }
    }
}
