package org.ninetyten.billing.split;

import org.jspecify.annotations.Nullable;

/**
 * Something of a deal that came in, with the id that ties together what follows from it.
 *
 * @param correlationId null is that of the work in progress
 */
public record Received<T>(T what, @Nullable String correlationId) {}
