package org.ninetyten.leadrouting.lead.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lead that may be of the same company as the one under review. */
record CandidateLeadResponse(
        @Schema(description = "How alike the names of the companies are, in thousandths.")
        int similarityPermil,

        LeadResponse lead) {}
