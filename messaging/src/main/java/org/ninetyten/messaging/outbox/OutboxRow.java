package org.ninetyten.messaging.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A row as the relay has read it, ready to be sent. */
record OutboxRow(long position, Lane lane, ProducerRecord<byte[], byte[]> message) {

    /** What keeps its order: the rows of one topic and key. */
    record Lane(String topic, String key) {}
}
