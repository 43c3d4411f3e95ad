package org.ninetyten.messaging.inbox;

/** Names of the headers that say why a record became a dead letter and where it came from. */
final class DeadLetterHeaders {

    static final String PREFIX = "dead-letter-";
    static final String ID = PREFIX + "id";
    static final String REASON = PREFIX + "reason";
    static final String EXCEPTION = PREFIX + "exception";
    static final String TOPIC = PREFIX + "topic";
    static final String PARTITION = PREFIX + "partition";
    static final String OFFSET = PREFIX + "offset";
    static final String TIME = PREFIX + "time";
    static final String ATTEMPTS = PREFIX + "attempts";

    private DeadLetterHeaders() {}
}
