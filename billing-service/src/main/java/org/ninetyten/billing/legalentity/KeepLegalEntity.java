package org.ninetyten.billing.legalentity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Adds companies of the vendor and changes them. Statements that were issued stay as they are. */
@ApplicationScoped
public class KeepLegalEntity {

    private final LegalEntities entities;
    private final Audit audit;

    KeepLegalEntity(LegalEntities entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    /**
     * Adds one, which bills the partners of its region from the next statement on.
     *
     * @throws ProblemException 400 when its code, prefix or region is another one's
     */
    @Transactional
    public LegalEntity add(LegalEntity draft, String why, String by) {
        entities.lock();
        List<LegalEntity> others = entities.all();
        if (others.stream().anyMatch(other -> other.code().equals(draft.code()))) {
            throw ProblemException.invalid("code", "is that of another legal entity");
        }
        if (others.stream().anyMatch(other -> other.numberPrefix().equals(draft.numberPrefix()))) {
            throw ProblemException.invalid("numberPrefix", "is that of another legal entity");
        }
        requireFree(draft.code(), draft.region(), others);
        entities.add(draft);
        audit.record(by, "legal-entity.added", object(draft), null, draft, why);
        return draft;
    }

    /**
     * Changes all but code and prefix.
     *
     * @param mayChange looks at the present version and throws when the caller has not seen it
     * @throws ProblemException 404; 400 when its region is another one's, or it has all other regions and would give them up
     */
    @Transactional
    public LegalEntity change(
            String code,
            String name,
            @Nullable String country,
            @Nullable String region,
            List<LegalEntity.Holiday> holidays,
            IntConsumer mayChange,
            String why,
            String by) {
        entities.lock();
        LegalEntity before = entities.find(code).orElseThrow(() -> ProblemException.notFound("legal entity", code));
        mayChange.accept(before.version());
        if (before.region() == null && region != null) {
            throw ProblemException.invalid(
                    "region", "must stay empty: somebody bills the partners of all other regions");
        }
        requireFree(code, region, entities.all());
        LegalEntity after =
                new LegalEntity(code, name, before.numberPrefix(), country, region, holidays, before.version() + 1);
        entities.change(after);
        audit.record(by, "legal-entity.changed", object(after), before, after, why);
        return after;
    }

    private static void requireFree(String code, @Nullable String region, List<LegalEntity> all) {
        for (LegalEntity other : all) {
            if (!other.code().equals(code) && Objects.equals(other.region(), region)) {
                throw ProblemException.invalid(
                        "region",
                        region == null
                                ? "must be given: " + other.code() + " bills the partners of all other regions"
                                : "is billed by " + other.code());
            }
        }
    }

    private static String object(LegalEntity entity) {
        return "legal-entity/" + entity.code();
    }
}
