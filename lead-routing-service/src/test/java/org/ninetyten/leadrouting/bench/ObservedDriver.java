package org.ninetyten.leadrouting.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of PostgreSQL, which shows each prepared statement with its parameters to whoever watches, on its connection
 * and just before it is run. What is copied is not seen: it has no plan.
 */
public final class ObservedDriver implements Driver {

    private static volatile @Nullable Watcher watcher;

    private final Driver driver = new org.postgresql.Driver();

    /** Sees statements. Several connections may call at once. */
    interface Watcher {

        /**
         * A statement is about to be run.
         *
         * @param connection the one that it runs on, past this driver
         * @param prepared what the watcher keeps with the connection
         * @param parameters by their position, from 1
         */
        void before(
                Connection connection,
                Map<String, String> prepared,
                String sql,
                Map<Integer, @Nullable Object> parameters)
                throws SQLException;
    }

    /** Shows what is run from now on, or nothing any more. */
    static void watch(@Nullable Watcher by) {
        watcher = by;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driver.connect(url, info);
        if (connection == null) {
            return null;
        }
        Map<String, String> prepared = new HashMap<>();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(method, connection, arguments);
            return result instanceof PreparedStatement statement
                            && method.getName().equals("prepareStatement")
                    ? observed(connection, prepared, statement, (String) arguments[0])
                    : result;
        });
    }

    private static PreparedStatement observed(
            Connection connection, Map<String, String> prepared, PreparedStatement statement, String sql) {
        Map<Integer, @Nullable Object> parameters = new TreeMap<>();
        boolean[] batched = new boolean[1];
        return proxy(PreparedStatement.class, (method, arguments) -> {
            String name = method.getName();
            Watcher by = watcher;
            if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer position) {
                parameters.put(position, name.equals("setNull") ? null : arguments[1]);
            } else if (by != null && arguments.length == 0) {
                boolean first = name.equals("addBatch") && !batched[0];
                boolean alone = name.equals("execute") || name.equals("executeQuery") || name.equals("executeUpdate");
                if (first || alone) {
                    by.before(connection, prepared, sql, parameters);
                }
                batched[0] = name.equals("addBatch");
            }
            return call(method, statement, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object with(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                ObservedDriver.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.with(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.ninetyten.observed");
    }
}
