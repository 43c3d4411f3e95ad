package org.ninetyten.leadrouting.simulation;

import java.util.EnumSet;
import java.util.Set;

/** Where a simulation stands. */
public enum SimulationState {
    WAITING,
    RUNNING,
    FINISHED,
    CANCELLED,
    FAILED;

    /** Where a caller may still bring it. */
    Set<SimulationState> next() {
        return this == WAITING || this == RUNNING ? EnumSet.of(CANCELLED) : EnumSet.noneOf(SimulationState.class);
    }
}
