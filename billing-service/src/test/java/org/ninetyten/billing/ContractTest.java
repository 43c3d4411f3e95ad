package org.ninetyten.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.testing.Contracts;

class ContractTest {

    static List<String> events() {
        return Contracts.ownEvents();
    }

    @Test
    void publishesTwoEvents() {
        assertEquals(List.of("reimbursement.payable.v1", "split.posted.v1"), events());
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachExampleIsValidUnderItsSchema(String event) {
        Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theAsyncApiNamesEachEventAndItsSchema(String event) throws IOException {
        String asyncApi = Files.readString(Path.of("contract/asyncapi.yaml"));

        assertTrue(asyncApi.contains("org.ninetyten.billing." + event));
        assertTrue(asyncApi.contains("events/" + event + ".schema.json"));
    }
}
