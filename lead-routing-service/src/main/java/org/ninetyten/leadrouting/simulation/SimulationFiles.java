package org.ninetyten.leadrouting.simulation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ninetyten.leadrouting.database.Database;

/** All files of leads to simulate with. */
@ApplicationScoped
@Transactional
public class SimulationFiles {

    private final Database database;

    SimulationFiles(Database database) {
        this.database = database;
    }

    /** The file that this client sends under this key; a new one unless there is one. */
    SimulationFile begin(String client, String key, Instant now) {
        database.update(
                "insert into simulation_file (id, client, key, state, created_at) values (?, ?, ?, 'ARRIVING', ?)"
                        + " on conflict (client, key) do nothing",
                UuidCreator.getTimeOrderedEpoch(),
                client,
                key,
                now);
        return database.first(
                        "select * from simulation_file where client = ? and key = ?",
                        SimulationFiles::read,
                        client,
                        key)
                .orElseThrow();
    }

    public Optional<SimulationFile> find(UUID id) {
        return database.first("select * from simulation_file where id = ?", SimulationFiles::read, id);
    }

    boolean isReady(UUID id) {
        return find(id).filter(SimulationFile::ready).isPresent();
    }

    /** Forgets what had arrived of a file before it broke off. */
    void empty(UUID id) {
        database.update("delete from simulation_file_lead where file_id = ?", id);
        database.update("delete from simulation_file_rejection where file_id = ?", id);
    }

    void add(UUID id, List<FileRows.Row.Taken> leads, List<FileRows.Row.Rejected> rejected) {
        database.copy(
                "simulation_file_lead (file_id, at, id, source, country, subdivision, latitude, longitude, language,"
                        + " needs, partner_id)",
                leads,
                (row, lead) -> row.add(id)
                        .add(lead.at())
                        .add(UuidCreator.getTimeOrderedEpoch())
                        .add(lead.source())
                        .add(lead.country())
                        .add(lead.subdivision())
                        .add(lead.latitude())
                        .add(lead.longitude())
                        .add(lead.language())
                        .add(Database.array("text", lead.needs()))
                        .add(lead.partnerId())
                        .end());
        database.copy(
                "simulation_file_rejection (file_id, line, field, reason)",
                rejected,
                (row, one) -> row.add(id)
                        .add(one.line())
                        .add(one.field())
                        .add(one.reason())
                        .end());
    }

    /** The file has arrived whole. */
    SimulationFile close(UUID id, String digest, boolean compares) {
        database.update("""
                update simulation_file f
                   set state = 'READY', digest = ?, compares = ?, leads = l.leads, first_at = l.first_at,
                       last_at = l.last_at, rejected = r.rejected
                  from (select count(*) as leads, min(at) as first_at, max(at) as last_at
                          from simulation_file_lead where file_id = ?) l,
                       (select count(*) as rejected from simulation_file_rejection where file_id = ?) r
                 where f.id = ?""", digest, compares, id, id, id);
        return find(id).orElseThrow();
    }

    /** The rows that are no leads, in the order of the file. */
    public void rejections(UUID id, Consumer<FileRows.Row.Rejected> reader) {
        database.query(
                "select line, field, reason from simulation_file_rejection where file_id = ? order by line",
                row -> {
                    reader.accept(new FileRows.Row.Rejected(
                            row.getLong("line"), row.getString("field"), row.getString("reason")));
                    return true;
                },
                id);
    }

    /** Deletes files from before the instant, unless a simulation still names them. */
    int forgetUnusedBefore(Instant before) {
        return database.update("""
                delete from simulation_file f where f.created_at < ?
                   and not exists (select 1 from routing_simulation s where s.file_id = f.id)""", before);
    }

    private static SimulationFile read(ResultSet row) throws SQLException {
        return new SimulationFile(
                Database.id(row, "id"),
                row.getString("state").equals("READY"),
                row.getString("digest"),
                row.getLong("leads"),
                row.getLong("rejected"),
                Database.instant(row, "first_at"),
                Database.instant(row, "last_at"),
                row.getBoolean("compares"),
                Objects.requireNonNull(Database.instant(row, "created_at")));
    }
}
