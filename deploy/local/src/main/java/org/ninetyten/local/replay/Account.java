package org.ninetyten.local.replay;

import java.util.Optional;

/** One customer of the CRM, with its country as ISO 3166-1 says it. */
record Account(String name, String sector, String country, Optional<String> parent) {

    String customerExternalId() {
        return "crm-" + name;
    }
}
