package org.ninetyten.events;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.OpenApiDrift;

@QuarkusTest
class OpenApiTest {

    @Test
    void theContractIsWhatIsServed() throws IOException {
        OpenApiDrift.check();
    }
}
