package org.ninetyten.leadrouting.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ninetyten.leadrouting.PolicyDocuments;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.TurnRule;

/** The policy that the platform comes with, under one of the rules for turns. */
final class ExamplePolicy {

    private ExamplePolicy() {}

    static RoutingPolicy of(TurnRule turns) {
        ObjectNode document = PolicyDocuments.defaults();
        document.put("turns", turns.name());
        return PolicyJson.read(1, document);
    }
}
