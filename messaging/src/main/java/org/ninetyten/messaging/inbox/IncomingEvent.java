package org.ninetyten.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

/** One event as a handler gets it. */
public record IncomingEvent<T>(UUID id, String type, Instant time, String key, String correlationId, T data) {}
