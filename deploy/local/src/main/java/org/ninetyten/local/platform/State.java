package org.ninetyten.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What runs, as `run` keeps it beside the data for `status`, `stop` and the others. */
public record State(Recorded supervisor, int portBase, boolean ready, List<Recorded> processes) {

    public State {
        processes = List.copyOf(processes);
    }

    /** The process is the last one of the list, since things are stopped from the end. */
    State with(Recorded process) {
        List<Recorded> changed = new ArrayList<>(processes);
        changed.removeIf(other -> other.name().equals(process.name()));
        changed.add(process);
        return new State(supervisor, portBase, ready, changed);
    }

    State without(String name) {
        return new State(
                supervisor,
                portBase,
                ready,
                processes.stream()
                        .filter(process -> !process.name().equals(name))
                        .toList());
    }

    State whenReady() {
        return new State(supervisor, portBase, true, processes);
    }

    Optional<Recorded> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    boolean anythingRuns() {
        return supervisor.running().isPresent()
                || processes.stream().anyMatch(process -> process.running().isPresent());
    }
}
