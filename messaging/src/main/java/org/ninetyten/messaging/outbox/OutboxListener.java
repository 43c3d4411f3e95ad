package org.ninetyten.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Backoff;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of rows that other instances have appended. Runs beside the active relay on a connection of its own and may fail:
 * the relay polls as well.
 */
final class OutboxListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxListener.class);
    private static final int WAIT_MILLIS = 10_000;

    private final ConnectionSource connections;
    private final WakeUp wakeUp;
    private final Backoff backoff;
    private final Thread thread = new Thread(this::listen, "outbox-listener");
    private volatile boolean closed;
    private volatile @Nullable Connection open;

    OutboxListener(ConnectionSource connections, WakeUp wakeUp, Backoff backoff) {
        this.connections = connections;
        this.wakeUp = wakeUp;
        this.backoff = backoff;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void listen() {
        int failures = 0;
        while (!closed) {
            try (Connection connection = connections.open()) {
                open = connection;
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + OutboxRows.CHANNEL);
                }
                failures = 0;
                // What was appended before the listening began has made no sound.
                wakeUp.signal();
                while (!closed) {
                    PGNotification[] heard =
                            connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
                    if (heard != null && heard.length > 0) {
                        wakeUp.signal();
                    }
                }
            } catch (SQLException e) {
                if (!closed) {
                    LOG.debugf(e, "The outbox listener lost its connection; the relay goes on polling");
                    pause(++failures);
                }
            }
        }
    }

    private void pause(int failures) {
        try {
            Thread.sleep(backoff.after(failures));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection connection = open;
        if (connection != null) {
            try {
                // Not close(), which would wait for the listening to end.
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debugf(e, "The connection of the outbox listener was closed already");
            }
        }
    }
}
