package org.ninetyten.billing.database;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the statements that a thread sends: background jobs of the service don't disturb it. */
@Vetoed
public class CountingDatabase extends Database {

    private final Thread counted = Thread.currentThread();
    private final AtomicInteger statements = new AtomicInteger();

    public CountingDatabase(DataSource source) {
        super(source);
    }

    public int statements() {
        return statements.get();
    }

    @Override
    public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... parameters) {
        count();
        return super.query(sql, reader, parameters);
    }

    @Override
    public int update(String sql, @Nullable Object... parameters) {
        count();
        return super.update(sql, parameters);
    }

    private void count() {
        if (Thread.currentThread() == counted) {
            statements.incrementAndGet();
        }
    }
}
