package org.ninetyten.leadrouting.trial;

import java.time.Instant;

/**
 * One thing that happened in a trial.
 *
 * @param id tells it from the other signals of the same trial
 * @param value how much of it, 0 or more
 */
public record UsageSignal(String id, SignalType type, long value, Instant occurredAt) {}
