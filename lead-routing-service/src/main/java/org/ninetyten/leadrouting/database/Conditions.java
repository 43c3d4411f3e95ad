package org.ninetyten.leadrouting.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a list, of which only those are written that the caller asked for: each statement has its own plan. */
public final class Conditions {

    private final StringBuilder where = new StringBuilder("true");
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a condition with one parameter, unless there is no value for it. */
    public Conditions and(String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
        return this;
    }

    /** Adds a condition with two parameters. */
    public Conditions both(String condition, Object one, Object other) {
        where.append(" and ").append(condition);
        values.add(one);
        values.add(other);
        return this;
    }

    /** Adds a condition without parameters, if it is wanted. */
    public Conditions when(boolean wanted, String condition) {
        if (wanted) {
            where.append(" and ").append(condition);
        }
        return this;
    }

    /** What follows the word where. */
    public String sql() {
        return where.toString();
    }

    /** The parameters, and after them these. */
    public @Nullable Object[] with(@Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
