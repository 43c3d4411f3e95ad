package org.ninetyten.billing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.ninetyten.testing.RealServers;

/**
 * Gives all tests of the module a real PostgreSQL and a real Kafka. The service runs under a role that owns nothing, as in
 * production; the migrations run as the owner.
 */
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(BillingServers.ServiceRole.class)
public class BillingServers {

    private static final String SERVICE = "billing_service";
    private static final String OWNER = "postgres";

    /** A connection as the role of the service. */
    public static Connection asService() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), SERVICE, SERVICE);
    }

    /** A connection as the owner of all tables, which is a superuser here. */
    public static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), OWNER, OWNER);
    }

    /** The address alone: what it may say of a user would win over the role. */
    private static String jdbcUrl() {
        return RealServers.jdbcUrl().replaceFirst("\\?.*", "");
    }

    /** Makes the service's role and lets the service use it. */
    public static final class ServiceRole implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            try (Connection connection = asOwner();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then
                                create role %1$s login password '%1$s';
                            end if;
                        end $$""".formatted(SERVICE));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url", jdbcUrl(),
                    "quarkus.datasource.username", SERVICE,
                    "quarkus.datasource.password", SERVICE,
                    "quarkus.flyway.username", OWNER,
                    "quarkus.flyway.password", OWNER);
        }

        @Override
        public void stop() {
            // The role ends with the server.
        }
    }
}
