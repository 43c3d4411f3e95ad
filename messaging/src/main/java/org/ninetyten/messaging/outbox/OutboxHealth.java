package org.ninetyten.messaging.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether events get out. Neither ready nor live depends on it: a service whose events wait can serve, and a restart
 * would not help them.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final OutboxState state;
    private final OutboxConfig config;

    OutboxHealth(OutboxState state, OutboxConfig config) {
        this.state = state;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("outbox");
        try {
            OutboxState.Snapshot now = state.look();
            return response.status(now.parked() == 0 && now.oldestAge().compareTo(config.unwellAfter()) < 0)
                    .withData("backlog", now.backlog())
                    .withData("oldestAgeSeconds", now.oldestAge().toSeconds())
                    .withData("parked", now.parked())
                    .withData("held", now.held())
                    .build();
        } catch (SQLException e) {
            return response.down()
                    .withData("error", "The database does not answer")
                    .build();
        }
    }
}
