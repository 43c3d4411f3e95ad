package org.ninetyten.leadrouting.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.report.Reports;

/** Where the leads went. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoutingReport(
        long leads,
        Map<String, Long> leadsByStatus,
        Map<String, Long> offersByState,
        long escalated,
        List<Reports.PartnerShare> partners,
        @Nullable String next) {}
