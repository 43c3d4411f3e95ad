package org.ninetyten.leadrouting.simulation.rest;

/** A row of a file that is no lead. */
record RowRejectionResponse(long line, String field, String reason) {}
