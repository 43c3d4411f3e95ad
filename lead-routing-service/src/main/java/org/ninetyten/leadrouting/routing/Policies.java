package org.ninetyten.leadrouting.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.ninetyten.leadrouting.database.Database;

/** The versions of the routing policy. A version is never changed: what was decided under it must stay explainable. */
@ApplicationScoped
public class Policies {

    private final Database database;

    Policies(Database database) {
        this.database = database;
    }

    /** The newest version that is valid at the instant. */
    public RoutingPolicy validAt(Instant instant) {
        return database.first("""
                        select version, document from routing_policy where valid_from <= ? and withdrawn_at is null
                         order by valid_from desc, version desc limit 1""", Policies::policy, instant)
                .orElseThrow(() -> new IllegalStateException("No routing policy is valid at " + instant));
    }

    /** The version by its number. */
    public Optional<RoutingPolicy> version(int version) {
        return database.first(
                "select version, document from routing_policy where version = ?", Policies::policy, version);
    }

    private static RoutingPolicy policy(ResultSet row) throws SQLException {
        return PolicyJson.read(row.getInt("version"), row.getString("document"));
    }
}
