package org.ninetyten.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.testing.AsyncApiContract;
import org.ninetyten.testing.Contracts;

/** The contract files agree with each other; that the published events keep them is tested where they are caused. */
class ContractTest {

    static List<String> events() {
        return Contracts.ownEvents();
    }

    @Test
    void theEventsAreThoseOfTheCatalogue() {
        assertEquals(
                List.of(
                        "application.decided.v1",
                        "partner.changed.v1",
                        "partner.onboarded.v1",
                        "partner.suspended.v1",
                        "partner.tierchanged.v1",
                        "staff.joined.v1",
                        "staff.left.v1"),
                events());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyExampleKeepsItsSchema(String event) {
        Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everySchemaRefusesAnEventWithoutItsTime(String event) throws IOException {
        ObjectNode example = (ObjectNode) new ObjectMapper().readTree(Contracts.ownExample(event));
        example.remove("occurredAt");
        assertThrows(AssertionError.class, () -> Contracts.check(Contracts.ownSchema(event), example.toString()));
    }

    @Test
    void theAsyncApiDescribesEveryEventAndRefersToWhatExists() {
        AsyncApiContract.check();
    }
}
