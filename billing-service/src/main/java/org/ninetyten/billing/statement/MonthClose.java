package org.ninetyten.billing.statement;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** How far the close of a month is. */
public record MonthClose(
        YearMonth period,
        Instant startedAt,
        String startedBy,
        int statements,
        int portions,
        @Nullable Instant doneAt) {}
