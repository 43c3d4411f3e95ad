package org.ninetyten.events;

import io.quarkus.test.common.QuarkusTestResource;
import org.ninetyten.testing.RealServers;

/** Starts the servers for all tests of the module. */
@QuarkusTestResource(RealServers.class)
public final class EventsServers {}
