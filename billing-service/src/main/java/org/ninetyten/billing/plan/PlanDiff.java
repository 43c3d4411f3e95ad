package org.ninetyten.billing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What two versions of the plan differ in, field by field; rules are told apart by their codes. */
public final class PlanDiff {

    private PlanDiff() {}

    /** A field that differs; nothing on the side that does not have it. */
    public record Change(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    public static List<Change> between(SplitPlan before, SplitPlan after, ObjectMapper json) {
        Map<String, JsonNode> was = fields(before, json);
        Map<String, JsonNode> is = fields(after, json);
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                changes.add(new Change(name, was.get(name), is.get(name)));
            }
        }
        return changes;
    }

    private static Map<String, JsonNode> fields(SplitPlan plan, ObjectMapper json) {
        Map<String, JsonNode> fields = new TreeMap<>();
        flatten("terms", json.valueToTree(plan.terms()), fields);
        fields.put("name", json.valueToTree(plan.name()));
        fields.put("validFrom", json.valueToTree(plan.validFrom()));
        fields.put("suggestions", json.valueToTree(plan.suggestions()));
        // The order counts, since the first rule that fits decides.
        fields.put(
                "order of rules",
                json.valueToTree(plan.rules().stream().map(SplitRule::code).toList()));
        for (SplitRule rule : plan.rules()) {
            flatten("rules." + rule.code(), json.valueToTree(rule), fields);
        }
        return fields;
    }

    /** A list is one value: bands and caps are read together. */
    private static void flatten(String path, JsonNode node, Map<String, JsonNode> into) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), into));
        } else if (!node.isNull()) {
            into.put(path, node);
        }
    }
}
