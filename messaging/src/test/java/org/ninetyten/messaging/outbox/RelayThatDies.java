package org.ninetyten.messaging.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;

/** A process of its own whose relay is killed when Kafka has acknowledged and the rows are about to be deleted. */
public final class RelayThatDies {

    static final int KILLED = 137;

    private RelayThatDies() {}

    public static void main(String[] args) {
        RelayFixture fixture = new RelayFixture(args[0], args[1]);
        fixture.relay(() -> dyingAtDelete(fixture.open()), Duration.ofSeconds(1))
                .run();
    }

    private static Connection dyingAtDelete(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                RelayThatDies.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (args != null && args.length > 0 && args[0] instanceof String sql && sql.startsWith("delete")) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
