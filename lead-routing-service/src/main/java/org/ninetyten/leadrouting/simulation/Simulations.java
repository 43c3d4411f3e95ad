package org.ninetyten.leadrouting.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.database.DatabaseFailed;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.messaging.http.ProblemException;

/** All simulations. */
@ApplicationScoped
@Transactional
public class Simulations {

    /** Class of the advisory locks of simulations; the second number is drawn from the simulation's id. */
    private static final int LOCKS = 9013;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final AgroalDataSource dataSource;

    Simulations(Database database, AgroalDataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** What a simulation had reached when it was last written down. */
    static final class Checkpoint {

        private final byte[] network;
        private final PastLeads.Position position;
        private final long done;

        Checkpoint(byte[] network, PastLeads.Position position, long done) {
            this.network = network;
            this.position = position;
            this.done = done;
        }

        byte[] network() {
            return network;
        }

        PastLeads.Position position() {
            return position;
        }

        long done() {
            return done;
        }
    }

    /**
     * What one partner got in a simulation.
     *
     * @param earned in thousand-millionths of a lead
     * @param inTurn how many leads it got in turn, which are what it earned them against
     */
    public record PartnerShare(
            UUID partnerId,
            @Nullable String legalName,
            @Nullable String tier,
            @Nullable String region,
            @Nullable String country,
            long leads,
            long happened,
            long earned,
            long inTurn) {}

    void add(Simulation simulation) {
        Simulation.Leads.OfPeriod period = simulation.of() instanceof Simulation.Leads.OfPeriod of ? of : null;
        Simulation.Leads.OfFile file = simulation.of() instanceof Simulation.Leads.OfFile of ? of : null;
        database.update(
                """
                insert into routing_simulation (id, state, from_at, to_at, file_id, policy_version, document, open_days,
                    leads, created_by, created_at)
                values (?, ?, ?::timestamptz, ?::timestamptz, ?::uuid, ?, ?::jsonb, ?, ?, ?, ?)""",
                simulation.id(),
                simulation.state(),
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                file == null ? null : file.fileId(),
                simulation.policy().version(),
                PolicyJson.write(simulation.policy()).toString(),
                simulation.openDays(),
                simulation.leads(),
                simulation.createdBy(),
                simulation.createdAt());
    }

    public Optional<Simulation> find(UUID id) {
        return database.first("select * from routing_simulation where id = ?", Simulations::read, id);
    }

    /** The simulation, which must exist. */
    public Simulation require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("simulation", id));
    }

    /** Simulations before the given one, or all, the newest first. */
    public List<Simulation> list(@Nullable UUID before, int limit) {
        return database.query(
                "select * from routing_simulation where ?::uuid is null or id < ?::uuid order by id desc limit ?",
                Simulations::read,
                before,
                before,
                limit);
    }

    /** Those that have not ended, the oldest first. */
    List<UUID> toRun() {
        return database.query(
                "select id from routing_simulation where state in ('WAITING', 'RUNNING') order by id",
                row -> Database.id(row, "id"));
    }

    /** Begins to run, or goes on; how often that was tried since the last checkpoint. Nothing when it has ended. */
    Optional<Integer> begin(UUID id, Instant now) {
        return database.first("""
                update routing_simulation
                   set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, ?),
                       done = checkpoint_done
                 where id = ? and state in ('WAITING', 'RUNNING') returning attempts""", row -> row.getInt("attempts"), now, id);
    }

    Optional<Checkpoint> checkpoint(UUID id) {
        return database.first(
                """
                select checkpoint, checkpoint_at, checkpoint_id, checkpoint_done from routing_simulation
                 where id = ? and checkpoint is not null""",
                row -> new Checkpoint(
                        row.getBytes("checkpoint"),
                        new PastLeads.Position(
                                Objects.requireNonNull(Database.instant(row, "checkpoint_at")),
                                Database.id(row, "checkpoint_id")),
                        row.getLong("checkpoint_done")),
                id);
    }

    /** Notes how far it is; false when somebody has ended it. */
    boolean advance(UUID id, long done) {
        return database.update("update routing_simulation set done = ? where id = ? and state = 'RUNNING'", done, id)
                == 1;
    }

    void keep(UUID id, Checkpoint checkpoint) {
        database.update(
                """
                update routing_simulation
                   set checkpoint = ?, checkpoint_at = ?, checkpoint_id = ?, checkpoint_done = ?, done = ?, attempts = 0
                 where id = ? and state = 'RUNNING'""",
                checkpoint.network(),
                checkpoint.position().at(),
                checkpoint.position().id(),
                checkpoint.done(),
                checkpoint.done(),
                id);
    }

    /** Ends it with its result, unless somebody has ended it before. */
    void finish(UUID id, SimulationResult result, Collection<SimulatedPartner> partners, Instant now) {
        int finished = database.update("""
                update routing_simulation
                   set state = 'FINISHED', result = ?::jsonb, done = ?, ended_at = ?, checkpoint = null
                 where id = ? and state = 'RUNNING'""", write(result), result.leads(), now, id);
        if (finished == 0) {
            return;
        }
        List<SimulatedPartner> some =
                partners.stream().filter(SimulatedPartner::tookPart).toList();
        database.copy(
                "routing_simulation_partner (simulation_id, partner_id, leads, happened, earned, in_turn)",
                some,
                (row, partner) -> row.add(id)
                        .add(partner.id())
                        .add(partner.leads())
                        .add(partner.happened())
                        .add(partner.earned())
                        .add(partner.inTurn())
                        .end());
    }

    /** Ends it without a result, unless it has ended before; says whether it did. */
    boolean end(UUID id, SimulationState state, @Nullable String failure, Instant now) {
        return database.update("""
                        update routing_simulation set state = ?, failure = ?, ended_at = ?, checkpoint = null
                         where id = ? and state in ('WAITING', 'RUNNING')""", state, failure, now, id) == 1;
    }

    /** What each partner got, those with the most leads first. There are no more rows than partners. */
    public void shares(UUID id, Consumer<PartnerShare> reader) {
        database.query(
                """
                select s.*, p.legal_name, p.tier, p.region, p.country
                  from routing_simulation_partner s left join partner p using (partner_id)
                 where s.simulation_id = ? order by s.leads desc, s.happened desc, s.partner_id""",
                row -> {
                    reader.accept(new PartnerShare(
                            Database.id(row, "partner_id"),
                            row.getString("legal_name"),
                            row.getString("tier"),
                            row.getString("region"),
                            row.getString("country"),
                            row.getLong("leads"),
                            row.getLong("happened"),
                            row.getLong("earned"),
                            row.getLong("in_turn")));
                    return true;
                },
                id);
    }

    /** Deletes simulations that ended before the instant. */
    int forgetEndedBefore(Instant before) {
        return database.update("delete from routing_simulation where ended_at < ?", before);
    }

    /** The simulation for one instance alone, as long as its connection lives; nothing while another one has it. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Optional<Hold> hold(UUID id) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (lock(connection, "select pg_try_advisory_lock(?, hashtext(?))", id)) {
                    return Optional.of(new Hold(connection, id));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private static boolean lock(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setString(2, id.toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Keeps other instances away from a simulation. */
    static final class Hold implements AutoCloseable {

        private final Connection connection;
        private final UUID id;

        private Hold(Connection connection, UUID id) {
            this.connection = connection;
            this.id = id;
        }

        @Override
        public void close() {
            try (connection) {
                lock(connection, "select pg_advisory_unlock(?, hashtext(?))", id);
            } catch (SQLException e) {
                throw new DatabaseFailed(e);
            }
        }
    }

    private static Simulation read(ResultSet row) throws SQLException {
        UUID file = Database.uuid(row, "file_id");
        String result = row.getString("result");
        return new Simulation(
                Database.id(row, "id"),
                SimulationState.valueOf(row.getString("state")),
                file == null
                        ? new Simulation.Leads.OfPeriod(
                                Objects.requireNonNull(Database.instant(row, "from_at")),
                                Objects.requireNonNull(Database.instant(row, "to_at")))
                        : new Simulation.Leads.OfFile(file),
                PolicyJson.read(row.getInt("policy_version"), row.getString("document")),
                row.getInt("open_days"),
                row.getLong("leads"),
                row.getLong("done"),
                result == null ? null : read(result),
                row.getString("failure"),
                row.getString("created_by"),
                Objects.requireNonNull(Database.instant(row, "created_at")),
                Database.instant(row, "started_at"),
                Database.instant(row, "ended_at"));
    }

    private static String write(SimulationResult result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SimulationResult read(String result) {
        try {
            return JSON.readValue(result, SimulationResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
