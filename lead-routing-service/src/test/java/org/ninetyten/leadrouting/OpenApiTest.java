package org.ninetyten.leadrouting;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.OpenApiDrift;

@QuarkusTest
class OpenApiTest {

    @Test
    void theCheckedInDescriptionIsWhatTheServiceServes() throws IOException {
        OpenApiDrift.check();
    }
}
