package org.ninetyten.academy;

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
        assertEquals(List.of("credential.granted.v1", "credential.revoked.v1"), Contracts.ownEvents());
        for (String event : Contracts.ownEvents()) {
            Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
        }
    }

    @Test
    void theAsyncApiNamesEveryEvent() throws IOException {
        String asyncApi = Files.readString(Path.of("contract/asyncapi.yaml"));
        for (String event : Contracts.ownEvents()) {
            assertTrue(asyncApi.contains("org.ninetyten.academy." + event), event);
            assertTrue(asyncApi.contains("events/" + event + ".schema.json"), event);
        }
    }
}
