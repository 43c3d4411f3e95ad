package org.ninetyten.leadrouting.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class LeadTransferTest {

    private static final String HEADER = "externalId,product,company,contactName,contactEmail,country,needs,consent\n";

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    LeadImports imports;

    @Test
    void rowsBecomeLeadsThatAreRoutedLikeAnyOther() {
        UUID partner = network.partnerIn("TZ");
        String tag = tag();
        importCsv(HEADER
                        + tag + "1,Portal,\"Say \"\"Hi\"\", Ltd\",Zoë Example," + mail() + ",TZ,"
                        + "LICENCE|IMPLEMENTATION,true\r\n"
                        + tag + "2,,\"Two\nlines\",,,TZ,,false\n"
                        + "\n"
                        + tag + "3,Portal,,,,TZ,,maybe\n"
                        + tag + "4,Portal,,,,ZZ,MAGIC,true\n"
                        + tag + "5,Portal,Four cells\n")
                .statusCode(201)
                .header("Location", containsString("/v1/lead-imports/"))
                .body("state", equalTo("FINISHED"))
                .body("rows.read", equalTo(5))
                .body("rows.rejected", equalTo(4));

        UUID lead = leadWith(tag + "1");
        assertEquals(partner, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
        var read = Api.lead(lead);
        assertEquals("IMPORT", read.getString("source"));
        assertEquals("Say \"Hi\", Ltd", read.getString("company"));
        assertEquals("Zoë Example", read.getString("contact.name"));
        assertEquals(List.of("LICENCE", "IMPLEMENTATION"), read.getList("needs"));
        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.created.v1",
                data -> data.path("leadId").asText().equals(lead.toString()));
    }

    @Test
    void everyRejectedRowIsListedWithItsLineAndTheReason() {
        String id = importCsv("externalId,product,country,latitude,longitude,language,consent,contactEmail,partnerId\n"
                        + "a,Portal,XX,,,,true,,\n"
                        + "\"b\n\",Portal,TZ,,,,true,,\n"
                        + ",Portal,TZ,91,0,,true,,\n"
                        + ",Portal,TZ,59,,,true,,\n"
                        + ",Portal,TZ,north,0,english,true,,\n"
                        + ",Portal,TZ,,,,,,\n"
                        + ",,TZ,,,,true,,\n"
                        + ",Portal,TZ,,,,true,ann,\n"
                        + "," + "x".repeat(1_000_000) + ",TZ,,,,true,,\n"
                        + ",Por\u0000tal,TZ,,,,true,,\n"
                        + ",Portal,TZ,,,,true,,no-uuid\n")
                .statusCode(201)
                .body("rows.rejected", equalTo(11))
                .body("rows.taken", equalTo(0))
                .extract()
                .path("id");

        List<Map<String, Object>> rejections = rejections(id);
        assertEquals(
                List.of(2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13),
                rejections.stream().map(rejection -> rejection.get("line")).toList());
        assertEquals(
                List.of(
                        "country",
                        "externalId",
                        "latitude",
                        "longitude",
                        "latitude",
                        "consent",
                        "product",
                        "contactEmail",
                        "product",
                        "product",
                        "partnerId"),
                rejections.stream().map(rejection -> rejection.get("field")).toList());
        assertEquals(
                "must be an ISO 3166-1 country code such as KZ",
                rejections.getFirst().get("reason"));
        String csv = Api.desk()
                .accept("text/csv")
                .get("/v1/lead-imports/{id}/rejections", id)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertEquals(12, csv.lines().count());
        assertTrue(csv.startsWith("line,field,reason\r\n2,country,must be"));
    }

    @Test
    void tenThousandRejectionsAreAllListed() {
        String rows =
                IntStream.range(0, 10_001).mapToObj(i -> "Portal,XX,true\n").collect(Collectors.joining());
        String id = importCsv("product,country,consent\n" + rows)
                .statusCode(201)
                .body("rows.rejected", equalTo(10_001))
                .extract()
                .path("id");

        assertEquals(10_001, rejections(id).size());
    }

    @Test
    void linesOfJsonAreLeadsInTheFormOfTheEndpoint() {
        String tag = tag();
        String id = importFile(
                        "application/x-ndjson",
                        "{\"externalId\": \"" + tag
                                + "1\", \"product\": \"Portal\", \"country\": \"UG\", \"consent\": false}\n"
                                + "\n"
                                + "{\"externalId\": \n"
                                + "17\n"
                                + "{\"product\": \"Portal\", \"colour\": \"blue\", \"consent\": true}\n"
                                + "{\"product\": \"Portal\", \"consent\": true, \"needs\": [\"MAGIC\"]}\n"
                                + "{\"product\": \"" + "x".repeat(NDJSON_LIMIT) + "\"}\n"
                                + "{\"product\": \"Portal\", \"consent\": true, \"customerId\": \"" + UUID.randomUUID()
                                + "\"}\n"
                                + "{\"externalId\": \"" + tag + "2\", \"product\": \"Portal\", \"consent\": false}",
                        "key-" + UUID.randomUUID())
                .statusCode(201)
                .body("rows.read", equalTo(8))
                .body("rows.taken", equalTo(2))
                .extract()
                .path("id");

        assertEquals(
                List.of(3, 4, 5, 6, 7, 8),
                rejections(id).stream().map(rejection -> rejection.get("line")).toList());
        assertEquals(
                List.of("row", "row", "colour", "needs[0]", "row", "customerId"),
                rejections(id).stream().map(rejection -> rejection.get("field")).toList());
        assertEquals("IMPORT", Api.lead(leadWith(tag + "2")).getString("source"));
    }

    @Test
    void rowsOfOnePortionAreComparedWithEachOtherLikeLeadsThatCameBefore() {
        String tag = tag();
        String domain = UUID.randomUUID() + ".example";
        String rows = IntStream.range(0, 25)
                .mapToObj(row -> tag + (row == 24 ? 23 : row) + ",DEMO_REQUEST,Portal,Ann,ann" + row + "@" + domain
                        + ",VC,true\n")
                .collect(Collectors.joining());
        // Of one company twenty leads an hour are believed; the rest is spam, and what has the same id is the same.
        importCsv("externalId,source,product,contactName,contactEmail,country,consent\n" + rows)
                .statusCode(201)
                .body("state", equalTo("FINISHED"))
                .body("rows.taken", equalTo(1))
                .body("rows.merged", equalTo(19))
                .body("rows.spam", equalTo(4))
                .body("rows.known", equalTo(1));
    }

    @Test
    void theIndexOfKeysIsMadeToAnswerAloneInTheMiddleOfALargeFile() {
        long before = vacuums();
        // Somebody else may be at it, and then this one is passed over; the counters arrive a little later.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            imports.vacuumKeys();
            return vacuums() > before;
        });
        assertEquals(
                List.of("Index Only Scan"),
                database.query(
                        "explain (format json) select name_triples, name_bits from lead_key where key = ?"
                                + " order by captured_at desc limit 200",
                        row -> row.getString(1).contains("Index Only Scan") ? "Index Only Scan" : row.getString(1),
                        UUID.randomUUID()));
    }

    private long vacuums() {
        return database.first(
                        "select vacuum_count from pg_stat_user_tables where relname = 'lead_key'",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherOneUnderTheSameKeyIsRefused() {
        String key = "key-" + UUID.randomUUID();
        String file = HEADER + row(tag(), 1) + row(tag(), 2);
        String id = importFile("text/csv", file, key).statusCode(201).extract().path("id");

        importFile("text/csv", file, key)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("rows.taken", equalTo(2))
                .body("rows.known", equalTo(0));
        importFile("text/csv", file + row(tag(), 3), key)
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        importFile("text/csv", file.replace("Portal", "Gateway"), key).statusCode(422);
        importFile("text/csv", HEADER, key).statusCode(422);
        importFile("application/x-ndjson", "{}", key).statusCode(422);
        importFile("text/csv", file, "key-" + UUID.randomUUID())
                .statusCode(201)
                .body("rows.known", equalTo(2))
                .body("rows.taken", equalTo(0));
    }

    @Test
    void afterAnInterruptionTheSameFileGoesOnBehindTheLastCommittedRow() throws IOException {
        String tag = tag();
        String key = "key-" + UUID.randomUUID();
        String file =
                HEADER + IntStream.range(0, 3_000).mapToObj(i -> row(tag, i)).collect(Collectors.joining());
        String id;
        try (Socket half = send(file, key, file.length() * 2 / 3)) {
            id = awaitRows(key);
            importFile("text/csv", file, key).statusCode(409).body("code", equalTo("idempotency-key-in-use"));
            assertEquals("RUNNING", read(id).extract().path("state"));
            assertTrue(half.isConnected());
        }
        awaitState(id, "INTERRUPTED");
        long before =
                read(id).body("rows.read", greaterThan(0)).extract().jsonPath().getLong("rows.read");
        assertTrue(before < 3_000, before + " rows");

        importFile("text/csv", file.replace("country", "city"), key).statusCode(422);
        importFile("text/csv", file, key)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("FINISHED"))
                .body("rows.read", equalTo(3_000))
                .body("rows.known", equalTo(0));
        assertEquals(3_000, network.count("select count(*) from lead where external_id like ?", tag + "%"));
    }

    @Test
    void whatAKilledInstanceWasReadingCountsAsInterrupted() {
        String key = "key-" + UUID.randomUUID();
        String file = HEADER + row(tag(), 1);
        String id = importFile("text/csv", file, key).statusCode(201).extract().path("id");
        database.update("update lead_import set state = 'RUNNING' where id = ?", UUID.fromString(id));

        read(id).body("state", equalTo("INTERRUPTED"));
        importFile("text/csv", file, key).statusCode(200).body("state", equalTo("FINISHED"));
    }

    @Test
    void fromABrokenQuoteOnNothingIsTakenAndTheReportSaysWhere() {
        String tag = tag();
        importCsv(HEADER + row(tag, 1) + "x\"y\"z,\"Portal\"broken,,,,TZ,,true\n" + row(tag, 2))
                .statusCode(201)
                .body("state", equalTo("FAILED"))
                .body("failedLine", equalTo(3))
                .body("failure", containsString("quote"))
                .body("rows.read", equalTo(1));
        importCsv(HEADER + row(tag, 3) + "\"never closed,Portal\n")
                .statusCode(201)
                .body("state", equalTo("FAILED"));
        importCsv(HEADER + "\"" + "x".repeat(5 << 20) + "\",Portal,,,,TZ,,true\n")
                .statusCode(201)
                .body("state", equalTo("FAILED"))
                .body("failedLine", equalTo(2));
    }

    @Test
    void aFileInAnotherEncodingIsRejectedWhereItMatters() {
        String tag = tag();
        String file = HEADER + row(tag, 1) + row(tag, 2).replace("Company", "Café");
        String id = importFile("text/csv", file.getBytes(ISO_8859_1), "key-" + UUID.randomUUID())
                .statusCode(201)
                .body("rows.read", equalTo(2))
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");

        assertEquals("company", rejections(id).getFirst().get("field"));
        assertEquals("is not UTF-8", rejections(id).getFirst().get("reason"));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        importCsv("").statusCode(400).body("code", equalTo("validation-failed"));
        importCsv("externalId,colour\n1,blue\n").statusCode(400).body("detail", containsString("colour"));
        importCsv("product,product\nPortal,Portal\n").statusCode(400).body("detail", containsString("twice"));
        importCsv("customerId\n").statusCode(400);
        importFile("application/json", "{}", "key").statusCode(415);
        file(Tokens.vendor("sales-desk"), "text/csv", HEADER.getBytes(UTF_8))
                .post("/v1/lead-imports")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("Idempotency-Key"));
        file(Tokens.vendor("sales-desk"), "text/csv", HEADER.getBytes(UTF_8))
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .queryParam("source", "DREAM")
                .post("/v1/lead-imports")
                .then()
                .statusCode(400);
        importCsv(HEADER).statusCode(201).body("rows.read", equalTo(0)).body("state", equalTo("FINISHED"));
        Api.desk().get("/v1/lead-imports/{id}", UUID.randomUUID()).then().statusCode(404);
        Api.desk()
                .get("/v1/lead-imports/{id}/rejections", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheFileDoesNotSayIsSaidForAllRows() {
        String tag = tag();
        file(Tokens.vendor("marketing"), "text/csv", ("externalId,consent\n" + tag + "1,false\n").getBytes(UTF_8))
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .queryParam("product", "Gateway")
                .queryParam("source", "EVENT")
                .post("/v1/lead-imports")
                .then()
                .statusCode(201)
                .body("rows.rejected", equalTo(0));

        var lead = Api.lead(leadWith(tag + "1"));
        assertEquals("Gateway", lead.getString("product"));
        assertEquals("EVENT", lead.getString("source"));
    }

    @Test
    void onlyTheDeskMarketingAndAdminsImport() {
        for (String token : List.of(
                Tokens.partner(UUID.randomUUID()),
                Tokens.client("website"),
                Tokens.client("product"),
                Tokens.vendor("finance"))) {
            file(token, "text/csv", HEADER.getBytes(UTF_8))
                    .header("Idempotency-Key", "key")
                    .post("/v1/lead-imports")
                    .then()
                    .statusCode(403);
            Api.as(token).get("/v1/lead-imports").then().statusCode(403);
        }
        Api.desk()
                .queryParam("limit", 1)
                .get("/v1/lead-imports")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.lessThanOrEqualTo(1));
    }

    @Test
    void onlyFilesMayBeLarge() {
        String large = Api.leadIn("TZ", ", \"sizeBand\": \"" + "x".repeat(5 << 20) + "\"");

        Api.website().body(large).post("/v1/leads").then().statusCode(413);
        String rows = IntStream.range(0, 6)
                .mapToObj(i -> ",Portal," + "x".repeat(1 << 20) + ",,,TZ,,true\n")
                .collect(Collectors.joining());
        importCsv(HEADER + rows).statusCode(201).body("rows.rejected", equalTo(6));
    }

    @Test
    void anExportHasWhatTheListShowsAndComesBackAsTheSameLeads() {
        String tag = tag();
        importCsv(HEADER
                        + tag + "1,Portal,=2+3,Ann Example," + mail() + ",RW,IMPLEMENTATION|TRAINING,true\n"
                        + tag + "2,Portal,\"a,b\",,,RW,,false\n")
                .statusCode(201)
                .body("rows.rejected", equalTo(0));

        String csv = export(Api.desk(), "text/csv", "externalId", tag + "1");
        List<String> lines = csv.lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().startsWith("id,externalId,status,"), lines.getFirst());
        assertTrue(lines.getFirst().contains("contactName,contactEmail,contactPhone"), lines.getFirst());
        assertTrue(lines.getLast().contains(",'=2+3,"), lines.getLast());
        assertTrue(lines.getLast().contains(",IMPLEMENTATION|TRAINING,"), lines.getLast());

        String json = export(Api.desk(), "application/x-ndjson", "externalId", tag + "1");
        var lead = io.restassured.path.json.JsonPath.from(json);
        assertEquals("=2+3", lead.getString("company"));
        assertEquals("Ann Example", lead.getString("contact.name"));
        assertFalse(export(Api.as(Tokens.vendor("marketing")), "text/csv", "externalId", tag + "1")
                .contains("Ann Example"));

        String again = tag();
        importCsv("externalId,product,company,consent\n" + again + "1,Portal,'=2+3,false\n")
                .statusCode(201);
        assertEquals("=2+3", Api.lead(leadWith(again + "1")).getString("company"));
    }

    @Test
    void aPartnerExportsWhatWasOfferedToItAndSeesNoContactBeforeItAccepts() {
        UUID partner = network.partnerIn("BI");
        String tag = tag();
        importCsv(HEADER + tag + "1,Portal,Secret Ltd,Ann Example," + mail() + ",BI,IMPLEMENTATION,true\n")
                .statusCode(201);
        Map<String, Object> offer = Api.awaitOffer(leadWith(tag + "1"), 1);

        String before = export(Api.partner(partner), "application/x-ndjson", "status", "OFFERED");
        assertEquals(1, before.lines().count());
        assertFalse(before.contains("Secret Ltd"));
        assertFalse(before.contains("Ann Example"));
        Api.accept(partner, Api.id(offer, "id")).then().statusCode(200);
        assertTrue(
                export(Api.partner(partner), "text/csv", "status", "ACCEPTED").contains("Ann Example"));

        UUID stranger = network.partnerIn("KM");
        assertEquals(
                "",
                Api.partner(stranger)
                        .accept("application/x-ndjson")
                        .get("/v1/leads/export")
                        .asString());
        Api.partner(stranger)
                .queryParam("partnerId", partner)
                .get("/v1/leads/export")
                .then()
                .statusCode(404);
        Api.website().accept("text/csv").get("/v1/leads/export").then().statusCode(403);
        Api.desk().accept("application/pdf").get("/v1/leads/export").then().statusCode(406);
    }

    private static final int NDJSON_LIMIT = 1 << 20;

    private static String tag() {
        return "IMP-" + UUID.randomUUID() + "-";
    }

    private static String mail() {
        return "ann@" + UUID.randomUUID() + ".example.org";
    }

    private static String row(String tag, int number) {
        return tag + number + ",Portal,Company " + UUID.nameUUIDFromBytes((tag + number).getBytes(UTF_8))
                + ",Ann Example,ann@" + UUID.nameUUIDFromBytes((tag + number).getBytes(UTF_8))
                + ".example.org,TZ,IMPLEMENTATION,true\n";
    }

    private static RequestSpecification file(String token, String type, byte[] body) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                                .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)
                                .encodeContentTypeAs("application/json", ContentType.BINARY)))
                .auth()
                .oauth2(token)
                .contentType(type)
                .body(body);
    }

    private static ValidatableResponse importCsv(String body) {
        return importFile("text/csv", body, "key-" + UUID.randomUUID());
    }

    private static ValidatableResponse importFile(String type, String body, String key) {
        return importFile(type, body.getBytes(UTF_8), key);
    }

    private static ValidatableResponse importFile(String type, byte[] body, String key) {
        Response response = file(Tokens.vendor("sales-desk"), type, body)
                .header("Idempotency-Key", key)
                .post("/v1/lead-imports");
        return response.then();
    }

    /** Begins to send a file, and sends only so many bytes of it. */
    private static Socket send(String file, String key, int bytes) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        OutputStream out = socket.getOutputStream();
        byte[] body = file.getBytes(UTF_8);
        out.write(("POST /v1/lead-imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: "
                        + key
                        + "\r\nAuthorization: Bearer "
                        + Tokens.vendor("sales-desk")
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                .getBytes(UTF_8));
        out.write(body, 0, bytes);
        out.flush();
        return socket;
    }

    private String awaitRows(String key) {
        await("rows of " + key)
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        network.count("select coalesce(max(position), 0) from lead_import where key = ?", key) > 0);
        return database.first("select id from lead_import where key = ?", row -> row.getString(1), key)
                .orElseThrow();
    }

    private static void awaitState(String id, String state) {
        await("import " + id + " becomes " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> read(id).extract().path("state").equals(state));
    }

    private static ValidatableResponse read(String id) {
        return Api.desk().get("/v1/lead-imports/{id}", id).then().statusCode(200);
    }

    private static List<Map<String, Object>> rejections(String id) {
        String lines = Api.desk()
                .accept("application/x-ndjson")
                .get("/v1/lead-imports/{id}/rejections", id)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        return io.restassured.path.json.JsonPath.from("[" + lines.lines().collect(Collectors.joining(",")) + "]")
                .getList("");
    }

    private static String export(RequestSpecification caller, String type, String filter, String value) {
        return caller.accept(type)
                .queryParam(filter, value)
                .get("/v1/leads/export")
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asString();
    }

    private static UUID leadWith(String externalId) {
        return UUID.fromString(Api.desk()
                .queryParam("externalId", externalId)
                .get("/v1/leads")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract()
                .path("items[0].id"));
    }
}
