package org.ninetyten.leadrouting.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The document of a routing policy. The version is not part of it: it is the number under which it is kept. */
public final class PolicyJson {

    private static final String VERSION = "version";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PolicyJson() {}

    /** The policy of a document; an IllegalArgumentException says what is wrong with it. */
    public static RoutingPolicy read(int version, String document) {
        try {
            return read(version, JSON.readTree(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A routing policy is a JSON document: " + e.getOriginalMessage(), e);
        }
    }

    /** The policy of a document; an IllegalArgumentException says what is wrong with it. */
    public static RoutingPolicy read(int version, JsonNode document) {
        if (!(document instanceof ObjectNode object) || object.has(VERSION)) {
            throw new IllegalArgumentException("A routing policy is a JSON object, without its version.");
        }
        ObjectNode whole = object.deepCopy().put(VERSION, version);
        try {
            return JSON.treeToValue(whole, RoutingPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A routing policy cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public static ObjectNode write(RoutingPolicy policy) {
        ObjectNode whole = JSON.valueToTree(policy);
        whole.remove(VERSION);
        return whole;
    }
}
