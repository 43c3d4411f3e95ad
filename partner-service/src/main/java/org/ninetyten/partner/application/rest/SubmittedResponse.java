package org.ninetyten.partner.application.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.partner.application.ApplicationStatus;

/** What an applicant learns: that the application has arrived. */
@Schema(examples = """
        {"id": "01994d39-1a00-7a10-8c22-0f1e2d3c4b5a", "status": "SUBMITTED"}
        """)
public record SubmittedResponse(UUID id, ApplicationStatus status) {}
