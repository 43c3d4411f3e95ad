package org.ninetyten.leadrouting.bench;

import org.junit.jupiter.api.Test;

/**
 * Measures how far partners are from what they earned (P10). Run it with {@code mvn -f lead-routing-service/pom.xml test
 * -Dtest=FairnessBench}; its figures are in {@code target/bench/P10.json}.
 */
class FairnessBench {

    @Test
    void measures() throws Exception {
        OwnJvm.run(FairnessMeasurement.class, "fairness-bench.txt");
    }
}
