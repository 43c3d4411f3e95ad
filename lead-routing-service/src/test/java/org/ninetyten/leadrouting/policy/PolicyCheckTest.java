package org.ninetyten.leadrouting.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.PolicyDocuments;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;

class PolicyCheckTest {

    private final RoutingPolicy valid = PolicyJson.read(1, PolicyDocuments.defaults());
    private final ObjectNode document = PolicyDocuments.defaults();

    @Test
    void theDefaultsPass() {
        assertEquals(List.of(), PolicyCheck.faults(document, valid));
    }

    @Test
    void weightsMustAddUpToOne() {
        document.withObject("/scoreWeights").put("headroom", 1_500);

        assertEquals(
                List.of(new PolicyCheck.Fault(
                        "scoreWeights", "must add up to 10000 basis points; they add up to 10500")),
                PolicyCheck.faults(document, valid));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        document.withObject("/scoreWeights").put("distance", -1);
        document.withObject("/tierWeights").remove("GOLD");
        document.withObject("/minutesToAnswer").putNull("TRIAL");
        document.put("shortlist", 201).put("turns", "FAVOURITES").put("offersBeforeDesk", "three");
        document.put("shortlst", 5);

        assertEquals(
                List.of(
                        new PolicyCheck.Fault("shortlst", "is not a known field"),
                        new PolicyCheck.Fault("minutesToAnswer.TRIAL", "is missing"),
                        new PolicyCheck.Fault("offersBeforeDesk", "must be a whole number"),
                        new PolicyCheck.Fault("scoreWeights.distance", "must be from 0 to 10000"),
                        new PolicyCheck.Fault("shortlist", "must be from 1 to 200"),
                        new PolicyCheck.Fault("tierWeights.GOLD", "is missing"),
                        new PolicyCheck.Fault("turns", "must be one of SHARE, LEAST_LOADED")),
                PolicyCheck.faults(document, valid));
    }

    @Test
    void hoursInWhichNobodyIsOpenAreRefused() {
        document.withObject("/businessHours").put("opens", "18:00").put("closes", "09:00");
        assertTrue(fields().contains("businessHours.closes"));

        document.withObject("/businessHours").put("opens", "morning");
        assertTrue(fields().contains("businessHours.opens"));

        document.withObject("/businessHours").put("opens", "08:00").putArray("days");
        assertTrue(fields().contains("businessHours.days"));
    }

    @Test
    void aPartnerIsRemindedThenWarnedThenRecalled() {
        document.withObject("/sla").put("warnDays", 14);

        assertEquals(List.of("sla.warnDays"), fields());
    }

    @Test
    void wordsAreKnownAndThereOnce() {
        document.putArray("needsWithCredential")
                .add("SUPPORT")
                .add("MAGIC")
                .add("SUPPORT")
                .add(7);

        assertEquals(List.of("needsWithCredential[1]", "needsWithCredential[2]", "needsWithCredential[3]"), fields());
    }

    @Test
    void whatIsNoObjectIsRefused() {
        for (JsonNode wrong : List.of(new IntNode(1), new TextNode("policy"), document.arrayNode())) {
            assertEquals(1, PolicyCheck.faults(wrong, valid).size());
        }
        document.put("tierWeights", 3);
        assertEquals(List.of("tierWeights"), fields());
    }

    @Test
    void twoPoliciesDifferFieldByField() {
        ObjectNode changed = PolicyDocuments.defaults().put("turns", "LEAST_LOADED");
        changed.withObject("/tierWeights").put("PLATINUM", 5);
        RoutingPolicy other = PolicyJson.read(2, changed);

        assertEquals(List.of(), PolicyDiff.between(valid, valid));
        assertEquals(
                List.of(
                        new PolicyDiff.Change("tierWeights.PLATINUM", new IntNode(4), new IntNode(5)),
                        new PolicyDiff.Change("turns", new TextNode("SHARE"), new TextNode("LEAST_LOADED"))),
                PolicyDiff.between(valid, other));
    }

    private List<String> fields() {
        return PolicyCheck.faults(document, valid).stream()
                .map(PolicyCheck.Fault::field)
                .toList();
    }
}
