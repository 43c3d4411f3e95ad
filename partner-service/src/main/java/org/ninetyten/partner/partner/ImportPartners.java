package org.ninetyten.partner.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes partners over from an older programme. One that is here already stays as it is, so a repetition is harmless. */
@ApplicationScoped
public class ImportPartners {

    /** The partner's id, and whether this import made it. */
    public record Imported(UUID partnerId, boolean created) {}

    private final Partners partners;
    private final OnboardPartner onboard;

    ImportPartners(Partners partners, OnboardPartner onboard) {
        this.partners = partners;
        this.onboard = onboard;
    }

    /** Imports the partners, each under its external id. */
    @Transactional
    public Map<String, Imported> importAll(Map<String, PartnerProfile> profiles, String by) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        partners.oneImportAtATime();
        Map<String, Imported> imported = new HashMap<>();
        partners.idsByExternalId(Set.copyOf(profiles.keySet()))
                .forEach((externalId, id) -> imported.put(externalId, new Imported(id, false)));
        Map<String, PartnerProfile> missing = new LinkedHashMap<>(profiles);
        missing.keySet().removeAll(Set.copyOf(imported.keySet()));
        List<Newcomer> newcomers = new ArrayList<>(missing.size());
        missing.forEach((externalId, profile) -> newcomers.add(new Newcomer(externalId, profile)));
        List<Partner> onboarded = onboard.onboardAll(newcomers, by, "import from an older programme");
        for (int i = 0; i < newcomers.size(); i++) {
            String externalId = newcomers.get(i).externalId();
            if (externalId != null) {
                imported.put(externalId, new Imported(onboarded.get(i).id(), true));
            }
        }
        return imported;
    }
}
