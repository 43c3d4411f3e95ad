package org.ninetyten.partner.application.rest;

import java.util.UUID;

/** The approved application and the partner that it became. */
public record ApprovedResponse(ApplicationResponse application, UUID partnerId) {}
