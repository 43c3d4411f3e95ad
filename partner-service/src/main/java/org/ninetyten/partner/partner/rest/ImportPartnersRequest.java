package org.ninetyten.partner.partner.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Partners of an older programme, each with an external id. They are checked one by one, not all or none. */
@Schema(examples = """
        {"partners": [{"externalId": "crm-4711", "legalName": "Almaty Soft LLP", "taxId": "KZ-123456789012",
          "country": "KZ", "region": "CIS", "languages": ["kk", "ru"], "timeZone": "Asia/Almaty",
          "cities": [{"name": "Almaty", "country": "KZ", "latitude": 43.25, "longitude": 76.95}],
          "services": ["LICENCE", "IMPLEMENTATION", "INTEGRATION", "TRAINING"],
          "territory": {"countries": ["KZ"], "subdivisions": ["KZ-75"], "radiusKm": 150},
          "capacity": {"openLeadCap": 10, "quota30Days": 40, "paused": false}}]}
        """)
public record ImportPartnersRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull OnboardPartnerRequest> partners) {}
