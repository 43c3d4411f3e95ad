package org.ninetyten.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Contracts;

class ContractTest {

    private static final Path ASYNC_API = Path.of("contract/asyncapi.yaml");

    @Test
    void everyEventHasASchemaAndAnExampleThatFitsIt() {
        assertEquals(List.of("credential.granted.v1", "credential.revoked.v1"), Contracts.ownEvents());
        for (String event : Contracts.ownEvents()) {
            Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
        }
    }

    @Test
    void theAsyncApiNamesEveryEvent() throws IOException {
        String asyncApi = Files.readString(ASYNC_API);
        for (String event : Contracts.ownEvents()) {
            assertTrue(asyncApi.contains("org.ninetyten.academy." + event), event);
            assertTrue(asyncApi.contains("events/" + event + ".schema.json"), event);
        }
    }

    @Test
    void theAsyncApiRefersToFilesThatExist() throws IOException {
        Matcher references = Pattern.compile("\\$ref: (\\S+\\.json)").matcher(Files.readString(ASYNC_API));
        int found = 0;
        while (references.find()) {
            assertTrue(Files.exists(Path.of("contract").resolve(references.group(1))), references.group(1));
            found++;
        }
        assertEquals(7, found);
    }
}
