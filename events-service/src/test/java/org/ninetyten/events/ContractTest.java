package org.ninetyten.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.AsyncApiContract;
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
    void theAsyncApiDescribesEveryEventAndRefersToWhatExists() {
        AsyncApiContract.check();
    }
}
