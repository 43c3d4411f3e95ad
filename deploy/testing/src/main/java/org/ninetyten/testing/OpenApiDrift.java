package org.ninetyten.testing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares the OpenAPI document that the running service serves with the one that is checked in. Run the test with
 * {@code -Dupdate-contract=true} to write the file anew.
 */
public final class OpenApiDrift {

    private OpenApiDrift() {}

    /** Fails when {@code contract/openapi.yaml} differs from the served document. */
    public static void check() throws IOException {
        Path file = Path.of("contract/openapi.yaml");
        String served = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("update-contract")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, served);
        }
        if (!Files.exists(file) || !Files.readString(file).equals(served)) {
            throw new AssertionError(file + " is not what the service serves. Read the difference, then run this test"
                    + " with -Dupdate-contract=true and commit the file.");
        }
    }
}
