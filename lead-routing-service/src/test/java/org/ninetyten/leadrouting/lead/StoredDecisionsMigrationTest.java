package org.ninetyten.leadrouting.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.Score;
import org.ninetyten.leadrouting.routing.Standing;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.Trace;

/** What was stored before decisions became compact is read from the compact form as it was. */
@QuarkusTest
class StoredDecisionsMigrationTest {

    private static final String SCHEMA = "before_traces";
    private static final UUID ONE = UUID.fromString("0199f1d2-0001-7c3e-9b41-5a0c6a8e3001");
    private static final UUID TWO = UUID.fromString("0199f1d2-0001-7c3e-9b41-5a0c6a8e3002");

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Flyway flyway;

    @Test
    void storedDecisionsKeepEverything() throws SQLException {
        migrate("202611281000");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + SCHEMA);
            statement.execute("""
                    insert into customer (id, created_at) values ('0199f1d2-0001-7c3e-9b41-5a0c6a8e2001', now());
                    insert into lead (id, source, product, consent, needs, customer_id, status, offers, created_at,
                        changed_at, version)
                    values ('0199f1d2-0001-7c3e-9b41-5a0c6a8e1001', 'TRIAL', 'Portal', true, '{}',
                        '0199f1d2-0001-7c3e-9b41-5a0c6a8e2001', 'DESK', 0, now(), now(), 0);
                    insert into routing_decision (id, lead_id, policy_version, step, partner_id, decided_at, failed,
                        row_partner, row_km, row_weight, row_credit_before, row_credit_after, row_waiting_since,
                        row_failed, row_before, row_score, row_load, row_opening, row_in_band)
                    values ('0199f1d2-0001-7c3e-9b41-5a0c6a8e5001', '0199f1d2-0001-7c3e-9b41-5a0c6a8e1001', 1, 'TURN',
                        '0199f1d2-0001-7c3e-9b41-5a0c6a8e3002', '2026-11-23T09:00:00.123456Z',
                        '{"LANGUAGE": 38, "AT_CAPACITY": 1}',
                        '{0199f1d2-0001-7c3e-9b41-5a0c6a8e3002,0199f1d2-0001-7c3e-9b41-5a0c6a8e3001}', '{-1,300}',
                        '{40000,9500}', '{620000000000000,-2999999999999999}', '{-60000000000000,-2999999999999999}',
                        '{2026-11-22T09:00:00.000001Z,null}', '{null,AT_CAPACITY}', '{null,HOST_PARTNER}',
                        '{7000,9708,8200,2500,6000,7006,1,2,3,4,5,6}', '{6,0}', '{0,3}', '{true,false}'),
                        ('0199f1d2-0001-7c3e-9b41-5a0c6a8e5002', '0199f1d2-0001-7c3e-9b41-5a0c6a8e1001', 1, 'NOBODY',
                        null, '2026-11-23T09:00:00Z', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
                        '{}', '{}');
                    """);
            statement.execute("reset search_path");
        }

        migrate("202611281100");

        Map<UUID, Trace.Contents> read = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Map<Long, UUID> partners = new HashMap<>();
            try (ResultSet row = statement.executeQuery("select * from " + SCHEMA + ".partner_number")) {
                while (row.next()) {
                    partners.put(row.getLong("number"), row.getObject("partner_id", UUID.class));
                }
            }
            try (ResultSet row = statement.executeQuery("select * from " + SCHEMA + ".routing_decision")) {
                while (row.next()) {
                    read.put(
                            row.getObject("id", UUID.class),
                            Trace.read(
                                    row.getBytes("trace"),
                                    row.getTimestamp("decided_at").toInstant(),
                                    partners::get));
                }
            }
        }
        assertEquals(
                List.of(
                        new RoutingDecision.Row(
                                new Standing(
                                        TWO,
                                        null,
                                        null,
                                        null,
                                        new Score(7_000, 9_708, 8_200, 2_500, 6_000, 7_006),
                                        40_000,
                                        620_000_000_000_000L,
                                        Instant.parse("2026-11-22T09:00:00.000001Z"),
                                        6,
                                        0),
                                true,
                                -60_000_000_000_000L),
                        new RoutingDecision.Row(
                                new Standing(
                                        ONE,
                                        Step.HOST_PARTNER,
                                        Filter.AT_CAPACITY,
                                        300,
                                        new Score(1, 2, 3, 4, 5, 6),
                                        9_500,
                                        -2_999_999_999_999_999L,
                                        null,
                                        0,
                                        3),
                                false,
                                -2_999_999_999_999_999L)),
                read.get(UUID.fromString("0199f1d2-0001-7c3e-9b41-5a0c6a8e5001"))
                        .rows());
        assertEquals(
                Map.of(Filter.LANGUAGE, 38, Filter.AT_CAPACITY, 1),
                read.get(UUID.fromString("0199f1d2-0001-7c3e-9b41-5a0c6a8e5001"))
                        .failed());
        assertEquals(
                new Trace.Contents(List.of(), Map.of(), null),
                read.get(UUID.fromString("0199f1d2-0001-7c3e-9b41-5a0c6a8e5002")));
    }

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }

    private void migrate(String version) {
        new FluentConfiguration()
                .configuration(flyway.getConfiguration())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .target(version)
                .load()
                .migrate();
    }
}
