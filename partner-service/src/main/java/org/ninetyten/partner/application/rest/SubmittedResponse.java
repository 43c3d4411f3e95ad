package org.ninetyten.partner.application.rest;

import java.util.UUID;
import org.ninetyten.partner.application.ApplicationStatus;

/** What an applicant learns: that the application has arrived. */
public record SubmittedResponse(UUID id, ApplicationStatus status) {}
