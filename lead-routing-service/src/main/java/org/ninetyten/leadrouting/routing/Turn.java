package org.ninetyten.leadrouting.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a partner stands in the queue: its credit, since when it waits, and the open leads it has. */
public record Turn(long credit, @Nullable Instant lastTurnAt, int openLeads) {

    public static final Turn NEW = new Turn(0, null, 0);
}
