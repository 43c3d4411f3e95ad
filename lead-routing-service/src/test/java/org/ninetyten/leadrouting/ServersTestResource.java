package org.ninetyten.leadrouting;

import io.quarkus.test.common.QuarkusTestResource;
import org.ninetyten.testing.RealServers;

/** Gives all tests of the module a real PostgreSQL and a real Kafka. */
@QuarkusTestResource(RealServers.class)
class ServersTestResource {}
