package org.ninetyten.leadrouting.bench;

import org.junit.jupiter.api.Test;

/**
 * Measures a routing decision in memory (P2). Run it with {@code mvn -f lead-routing-service/pom.xml test
 * -Dtest=RoutingDecisionBench}; its figures are in {@code target/bench/P2.json}.
 */
class RoutingDecisionBench {

    @Test
    void measures() throws Exception {
        OwnJvm.run(RoutingDecisionMeasurement.class, "routing-decision-bench.txt");
    }
}
