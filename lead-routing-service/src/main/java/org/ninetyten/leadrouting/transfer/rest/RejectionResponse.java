package org.ninetyten.leadrouting.transfer.rest;

/** A row that was not taken: the line on which it begins, the first column or field that is wrong, and why. */
record RejectionResponse(long line, String field, String reason) {}
