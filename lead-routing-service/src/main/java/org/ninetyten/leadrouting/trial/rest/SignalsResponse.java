package org.ninetyten.leadrouting.trial.rest;

import java.util.List;

/** What became of each signal of a batch, in its order. */
record SignalsResponse(int stored, int known, int refused, List<SignalResponse> results) {}
