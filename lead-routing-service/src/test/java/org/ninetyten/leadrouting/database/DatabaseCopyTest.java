package org.ninetyten.leadrouting.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseCopyTest {

    @Inject
    Database database;

    private record Values(
            UUID id,
            Instant at,
            @Nullable Short small,
            @Nullable Long large) {}

    @Test
    void everyTextComesBackAsItWas() {
        List<String> texts = List.of("", "\\", "\\N", "a\tb\r\nc\\", "Zoë «Ромашка» \uD83D\uDE00", "\\.", "plain");
        QuarkusTransaction.requiringNew().run(() -> {
            database.update("create temporary table copied (place int, text text, list text[]) on commit drop");
            database.copy(
                    "copied (place, text, list)",
                    places(texts.size()),
                    (row, place) -> row.add(place)
                            .add(texts.get(place))
                            .add(Database.array("text", texts))
                            .end());
            assertEquals(
                    texts,
                    database.query("select text from copied order by place", row -> row.getString(1)),
                    "texts by themselves");
            assertEquals(
                    texts,
                    database.first("select list from copied", row -> Database.texts(row, "list"))
                            .orElseThrow(),
                    "texts of an array");
        });
    }

    @Test
    void binaryRowsComeBackAsTheyWereToTheMicrosecond() {
        UUID id = UUID.randomUUID();
        List<Values> values = List.of(
                new Values(id, Instant.parse("2026-11-28T20:15:30.123456Z"), (short) -7, Long.MIN_VALUE),
                new Values(id, Instant.EPOCH, null, null),
                new Values(id, Instant.parse("1969-12-31T23:59:59.999999Z"), Short.MAX_VALUE, -1L));
        QuarkusTransaction.requiringNew().run(() -> {
            database.update("create temporary table copied (id uuid, at timestamptz, small smallint, large bigint)"
                    + " on commit drop");
            database.copyBinary(
                    "copied (id, at, small, large)",
                    values,
                    (row, one) -> row.begin(4)
                            .add(one.id())
                            .add(one.at())
                            .add(one.small())
                            .add(one.large()));
            assertEquals(
                    values,
                    database.query(
                            "select * from copied order by at desc",
                            row -> new Values(
                                    Database.id(row, "id"),
                                    row.getTimestamp("at").toInstant(),
                                    row.getObject("small") == null ? null : row.getShort("small"),
                                    row.getObject("large") == null ? null : row.getLong("large"))));
        });
    }

    @Test
    void moreThanOnePortionArrivesWholeAndInOrder() {
        String wide = "x".repeat(100);
        QuarkusTransaction.requiringNew().run(() -> {
            database.update("create temporary table copied (place bigint, text text) on commit drop");
            database.copy(
                    "copied (place, text)",
                    places(5_000),
                    (row, place) -> row.add(place).add(wide).end());
            database.copyBinary(
                    "copied (place)",
                    places(20_000),
                    (row, place) -> row.begin(1).add((long) place));
            assertEquals(
                    List.of(5_000L, 5_000L * 4_999 / 2),
                    sums("select count(*), sum(place) from copied where text is not null"));
            assertEquals(
                    List.of(20_000L, 20_000L * 19_999 / 2),
                    sums("select count(*), sum(place) from copied where text is null"));
        });
    }

    @Test
    void aWriterThatFailsInTheMiddleLeavesAConnectionThatWorks() {
        for (int time = 0; time < 30; time++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        database.update("create temporary table copied (place int) on commit drop");
                        database.copy("copied (place)", places(100_000), (row, place) -> {
                            if (place == 90_000) {
                                throw new IllegalStateException("The row cannot be made.");
                            }
                            row.add(place).end();
                        });
                    }));
        }
        assertEquals(1, database.first("select 1", row -> row.getInt(1)).orElseThrow());
    }

    @Test
    void nothingToWriteIsNoStatement() {
        database.copy("there_is_no_such_table", List.of(), (row, any) -> row.end());
        database.copyBinary("there_is_no_such_table", List.of(), (row, any) -> row.begin(0));
    }

    private List<Long> sums(String sql) {
        return database.first(sql, row -> List.of(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    private static List<Integer> places(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
