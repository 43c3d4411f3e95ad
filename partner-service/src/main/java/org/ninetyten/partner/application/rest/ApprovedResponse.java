package org.ninetyten.partner.application.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The approved application and the partner that it became. */
@Schema(examples = """
        {"application": {"id": "01994d39-1a00-7a10-8c22-0f1e2d3c4b5a", "status": "APPROVED", "legalName": "Almaty Soft LLP",
         "taxId": "KZ-123456789012", "country": "KZ", "city": "Almaty", "languages": ["kk", "ru"],
         "services": ["LICENCE", "IMPLEMENTATION"], "timeZone": "Asia/Almaty", "contactName": "Dana Omarova",
         "contactEmail": "dana@almaty-soft.example", "source": "WEBSITE",
         "message": "We have implemented similar products for ten years.", "submittedAt": "2026-11-20T06:00:00Z",
         "screenedBy": "manager", "decidedAt": "2026-11-23T08:15:30.123456Z", "decidedBy": "manager", "policyVersion": 1,
         "partnerId": "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40"}, "partnerId": "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40"}
        """)
public record ApprovedResponse(ApplicationResponse application, UUID partnerId) {}
