package org.ninetyten.leadrouting.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;

/** What two versions of the policy differ in, field by field. */
public final class PolicyDiff {

    private PolicyDiff() {}

    /** A field that differs; nothing on the side that does not have it. */
    public record Change(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    public static List<Change> between(RoutingPolicy before, RoutingPolicy after) {
        Map<String, JsonNode> was = new TreeMap<>();
        Map<String, JsonNode> is = new TreeMap<>();
        flatten("", PolicyJson.write(before), was);
        flatten("", PolicyJson.write(after), is);
        Set<String> fields = new TreeSet<>(was.keySet());
        fields.addAll(is.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(was.get(field), is.get(field))) {
                changes.add(new Change(field, was.get(field), is.get(field)));
            }
        }
        return changes;
    }

    /** A list is one value: which of its words moved is for the reader to see. */
    private static void flatten(String path, JsonNode node, Map<String, JsonNode> into) {
        if (!node.isObject()) {
            into.put(path, node);
            return;
        }
        node.properties()
                .forEach(entry ->
                        flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
    }
}
