package org.ninetyten.partner.application.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.partner.application.DecideApplication;
import org.ninetyten.partner.partner.Capacity;
import org.ninetyten.partner.partner.City;
import org.ninetyten.partner.partner.Territory;
import org.ninetyten.partner.vocabulary.Region;

/** What a partner manager adds to the form. */
@Schema(examples = """
        {"region": "CIS", "cities": [{"name": "Almaty", "country": "KZ", "latitude": 43.25, "longitude": 76.95}],
         "territory": {"countries": ["KZ"], "subdivisions": [], "radiusKm": 150},
         "capacity": {"openLeadCap": 10, "quota30Days": 40}}
        """)
public record ApproveApplicationRequest(
        @NotNull Region region,
        @NotNull @Size(max = 100) List<@NotNull @Valid City> cities,
        @NotNull @Valid Territory territory,
        @NotNull @Valid Capacity capacity) {

    DecideApplication.Terms toTerms() {
        return new DecideApplication.Terms(region, cities, territory, capacity);
    }
}
