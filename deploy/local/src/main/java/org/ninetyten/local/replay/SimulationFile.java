package org.ninetyten.local.replay;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The opportunities of a CRM export as leads to simulate with: when they were engaged, and from which country. Those that
 * were never engaged come on the day after all others.
 */
final class SimulationFile {

    private static final String HEADER = "createdAt,source,country,needs\n";

    private SimulationFile() {}

    static String of(CrmExport export) {
        LocalDate afterAll = export.opportunities().stream()
                .map(Opportunity::engagedOn)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH)
                .plusDays(1);
        StringBuilder csv = new StringBuilder(HEADER);
        for (Opportunity opportunity : export.opportunities()) {
            @Nullable
            Account account = opportunity.account().map(export.accounts()::get).orElse(null);
            csv.append(opportunity
                            .engagedOn()
                            .orElse(afterAll)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant())
                    .append(",IMPORT,")
                    .append(account == null ? "" : account.country())
                    .append(",LICENCE\n");
        }
        return csv.toString();
    }
}
