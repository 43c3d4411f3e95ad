package org.ninetyten.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Contracts;

class ContractTest {

    @Test
    void everyEventHasASchemaAndAnExampleThatFitsIt() {
        assertEquals(
                List.of("attendee.attended.v1", "claim.approved.v1", "event.held.v1", "event.scheduled.v1"),
                Contracts.ownEvents());
        for (String event : Contracts.ownEvents()) {
            Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
        }
    }

    @Test
    void theAsyncApiNamesEveryEvent() throws IOException {
        String asyncApi = Files.readString(Path.of("contract/asyncapi.yaml"));
        for (String event : Contracts.ownEvents()) {
            assertTrue(asyncApi.contains("org.ninetyten.events." + event), event);
            assertTrue(asyncApi.contains("events/" + event + ".schema.json"), event);
        }
    }
}
