package org.ninetyten.leadrouting.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's wish for another partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeRequest(
        UUID id,
        UUID customerId,
        @Nullable UUID wantedPartnerId,
        String why,
        State state,
        Instant askedAt,
        String askedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decidedWhy,
        long version) {

    /** Whether somebody still has to decide. */
    public enum State {
        OPEN,
        GRANTED,
        REFUSED;

        /** The states that may follow. */
        public Set<State> next() {
            return this == OPEN ? EnumSet.of(GRANTED, REFUSED) : EnumSet.noneOf(State.class);
        }
    }
}
