package org.ninetyten.leadrouting.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Turns;

/** All partners as they are now: what every simulation begins with. */
@ApplicationScoped
class PresentNetwork {

    private final Database database;
    private final Turns turns;

    PresentNetwork(Database database, Turns turns) {
        this.database = database;
        this.turns = turns;
    }

    /** What a partner was offered and kept, by how many days ago. */
    private static final class Offers {

        private final Integer[] offered = new Integer[SimulatedPartner.DAYS];
        private final Integer[] kept = new Integer[SimulatedPartner.DAYS];

        private Offers() {
            Arrays.fill(offered, 0);
            Arrays.fill(kept, 0);
        }
    }

    /** Reads them all, as the policy looks at them. */
    @Transactional
    Collection<SimulatedPartner.Start> read(RoutingPolicy policy, LocalDate today) {
        Map<UUID, @Nullable String> regions = new HashMap<>();
        database.query("select partner_id, region from partner", row -> {
            UUID id = Database.id(row, "partner_id");
            regions.put(id, row.getString("region"));
            return id;
        });
        Map<UUID, Offers> offers = new HashMap<>();
        database.query("""
                select partner_id, ?::date - day as ago, offered, greatest(0, offered - declined - timed_out) as kept
                  from partner_day where day > ?::date - ? and day <= ?""", row -> offer(row, offers), today, today, SimulatedPartner.DAYS, today);
        List<SimulatedPartner.Start> starts = new ArrayList<>();
        for (Map.Entry<UUID, Candidate> entry :
                turns.look(regions.keySet(), policy, today).entrySet()) {
            Offers own = offers.getOrDefault(entry.getKey(), new Offers());
            starts.add(new SimulatedPartner.Start(
                    entry.getValue(), regions.get(entry.getKey()), List.of(own.offered), List.of(own.kept)));
        }
        return starts;
    }

    private static int offer(ResultSet row, Map<UUID, Offers> offers) throws SQLException {
        Offers own = offers.computeIfAbsent(Database.id(row, "partner_id"), any -> new Offers());
        int ago = row.getInt("ago");
        own.offered[ago] = row.getInt("offered");
        own.kept[ago] = row.getInt("kept");
        return ago;
    }
}
