package org.ninetyten.partner.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.vocabulary.IncomePoint;

class ApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ApplicationPolicy POLICY = new ApplicationPolicy(1, LocalDate.of(2000, 1, 1), 30);

    private final Application application = new Application(
            UUID.randomUUID(),
            new ApplicationForm(
                    "Almaty Soft",
                    "KZ-1",
                    "KZ",
                    "Almaty",
                    List.of("kk"),
                    List.of(IncomePoint.LICENCE),
                    "Asia/Almaty",
                    "Dana",
                    "dana@almaty-soft.example",
                    ApplicationSource.WEBSITE,
                    null,
                    null),
            NOW);

    @Test
    void isScreenedBeforeItIsDecided() {
        assertThrows(ProblemException.class, () -> application.reject(RejectionReason.FRAUD, POLICY, "pm", NOW));
        assertThrows(ProblemException.class, application::mustBeDecidable);
        application.screen("pm");
        application.mustBeDecidable();
    }

    @Test
    void aRejectedCompanyMayApplyAgainAfterThirtyDays() {
        application.screen("pm");
        application.reject(RejectionReason.NO_COMPETENCE, POLICY, "pm", NOW);
        assertEquals(LocalDate.of(2026, 12, 23), application.reapplyOn());
        assertTrue(application.forbidsAnotherOn(LocalDate.of(2026, 12, 22)));
        assertFalse(application.forbidsAnotherOn(LocalDate.of(2026, 12, 23)));
    }

    @Test
    void afterFraudACompanyMayNeverApplyAgain() {
        application.screen("pm");
        application.reject(RejectionReason.FRAUD, POLICY, "pm", NOW);
        assertNull(application.reapplyOn());
        assertTrue(application.forbidsAnotherOn(LocalDate.of(2099, 1, 1)));
    }

    @Test
    void isDecidedOnce() {
        application.screen("pm");
        application.approve(UUID.randomUUID(), "pm", NOW);
        assertThrows(ProblemException.class, () -> application.reject(RejectionReason.DUPLICATE, POLICY, "pm", NOW));
        assertFalse(application.forbidsAnotherOn(LocalDate.of(2026, 11, 24)));
    }
}
