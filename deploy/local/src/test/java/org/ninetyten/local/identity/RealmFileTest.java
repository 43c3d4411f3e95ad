package org.ninetyten.local.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final Set<String> VENDOR = Set.of(
            "partner-manager",
            "sales-desk",
            "finance",
            "finance-approver",
            "marketing",
            "academy-editor",
            "examiner",
            "executive",
            "admin");

    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        realm = new ObjectMapper().readTree(RealmFileTest.class.getResourceAsStream("/realm.json"));
    }

    @Test
    void itHasEveryRole() {
        Set<String> roles = new TreeSet<>(VENDOR);
        roles.addAll(Set.of("partner-admin", "partner-member", "website", "product"));
        assertEquals(roles, texts(realm.at("/roles/realm"), "name"));
    }

    @Test
    void itHasOneUserForEachVendorRoleAndNoOtherRoleForHim() {
        for (String role : VENDOR) {
            JsonNode user = user(role);
            assertEquals(1, user.path("realmRoles").size(), role);
            assertEquals(role, user.at("/realmRoles/0").asText());
        }
    }

    @Test
    void theMachinesHaveTheirRoleThroughAServiceAccount() {
        for (String machine : Set.of("website", "product")) {
            assertTrue(client(machine).path("serviceAccountsEnabled").asBoolean());
            assertFalse(client(machine).path("directAccessGrantsEnabled").asBoolean());
            assertEquals(
                    machine,
                    user("service-account-" + machine).at("/realmRoles/0").asText());
        }
    }

    @Test
    void thePartnerOfAUserIsInTheTokenAndOnlyAnAdministratorMayChangeIt() throws IOException {
        JsonNode mapper = client("ninetyten-cli").at("/protocolMappers/0/config");
        assertEquals("partner_id", mapper.path("claim.name").asText());
        assertEquals("true", mapper.path("access.token.claim").asText());
        JsonNode profile = new ObjectMapper()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .path("kc.user.profile.config")
                        .path(0)
                        .asText());
        JsonNode attribute = named(profile.path("attributes"), "name", "partner_id");
        assertEquals("[\"admin\"]", attribute.at("/permissions/edit").toString());
    }

    private JsonNode client(String id) {
        return named(realm.path("clients"), "clientId", id);
    }

    private JsonNode user(String name) {
        return named(realm.path("users"), "username", name);
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("There is no " + field + " " + value);
    }

    private static Set<String> texts(JsonNode list, String field) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }
}
