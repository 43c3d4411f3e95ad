package org.ninetyten.leadrouting.routing;

/** Policies for tests of other features. */
public final class PolicyExamples {

    private PolicyExamples() {}

    public static RoutingPolicy share() {
        return Examples.policy(TurnRule.SHARE);
    }

    public static RoutingPolicy leastLoaded() {
        return Examples.policy(TurnRule.LEAST_LOADED);
    }
}
