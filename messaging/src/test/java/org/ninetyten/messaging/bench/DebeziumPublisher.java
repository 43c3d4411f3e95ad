package org.ninetyten.messaging.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The yardstick: the Debezium engine reads the inserts into the outbox from the log of the database, and the same producer
 * as the relay's sends them. In its favour: no JSON conversion, no router, and nobody deletes the rows.
 */
final class DebeziumPublisher implements AutoCloseable {

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);
    private static final byte[] SOURCE = "/ninetyten/sample".getBytes(UTF_8);

    private final Producer<byte[], byte[]> producer;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicLong acknowledged = new AtomicLong();

    DebeziumPublisher(String jdbcUrl, Producer<byte[], byte[]> producer) {
        this.producer = producer;
        URI database = URI.create(jdbcUrl.substring("jdbc:".length()).split("\\?", -1)[0]);
        Properties config = new Properties();
        config.setProperty("name", "yardstick");
        config.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        config.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        config.setProperty("offset.flush.interval.ms", "1000");
        config.setProperty("database.hostname", database.getHost());
        config.setProperty("database.port", String.valueOf(database.getPort()));
        config.setProperty("database.user", "postgres");
        config.setProperty("database.password", "postgres");
        config.setProperty("database.dbname", database.getPath().substring(1));
        config.setProperty("topic.prefix", "yardstick");
        config.setProperty("plugin.name", "pgoutput");
        config.setProperty("slot.name", "yardstick");
        config.setProperty("slot.drop.on.stop", "true");
        config.setProperty("snapshot.mode", "no_data");
        config.setProperty("table.include.list", "public.outbox");
        config.setProperty("publication.autocreate.mode", "filtered");
        config.setProperty("skipped.operations", "u,d,t");
        config.setProperty("max.batch.size", "2048");
        config.setProperty("max.queue.size", "8192");
        // The default of half a second would be its latency.
        config.setProperty("poll.interval.ms", "1");
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(config)
                .notifying(this::publish)
                .build();
        thread.execute(engine);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    private void publish(
            List<RecordChangeEvent<SourceRecord>> changes, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(changes.size());
        for (RecordChangeEvent<SourceRecord> change : changes) {
            if (change.record().value() instanceof Struct envelope && envelope.getStruct("after") != null) {
                sent.add(producer.send(message(envelope.getStruct("after"))));
            }
        }
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        for (RecordChangeEvent<SourceRecord> change : changes) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
        acknowledged.addAndGet(sent.size());
    }

    private static ProducerRecord<byte[], byte[]> message(Struct row) {
        byte[] key = row.getString("message_key").getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                row.getString("topic"), key, row.getString("payload").getBytes(UTF_8));
        Headers headers = message.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", row.getString("event_id").getBytes(UTF_8));
        headers.add("ce_type", row.getString("type").getBytes(UTF_8));
        headers.add("ce_source", SOURCE);
        headers.add("ce_time", row.getString("occurred_at").getBytes(UTF_8));
        headers.add("ce_subject", key);
        headers.add("content-type", JSON);
        headers.add("ce_correlationid", row.getString("headers").getBytes(UTF_8));
        return message;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        thread.shutdown();
        producer.close();
    }
}
