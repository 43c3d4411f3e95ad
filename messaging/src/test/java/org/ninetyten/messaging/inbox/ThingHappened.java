package org.ninetyten.messaging.inbox;

/** What the tests say has happened. */
record ThingHappened(String thing, int n) {}
