package org.ninetyten.billing.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.billing.plan.Cap;

/** What was given under caps so far, and what further lines take of them, one after the other. */
final class CapUse {

    private final Map<Key, Long> used;
    private final List<Taken> taken = new ArrayList<>();

    CapUse(Map<Key, Long> used) {
        this.used = new HashMap<>(used);
    }

    /** For work under plans without caps. */
    static CapUse none() {
        return new CapUse(Map.of());
    }

    /**
     * One limit of one holder in one period.
     *
     * @param rule the code of the rule, in whichever version of the plan
     * @param holder the customer or the partner
     */
    record Key(String rule, Cap.Scope scope, Cap.Period period, UUID holder, LocalDate start) {

        static Key of(String rule, Cap cap, WonDeal deal) {
            UUID holder = switch (cap.scope()) {
                case PARTNER -> deal.partnerId();
                // A deal that doesn't say its customer is one of its own.
                case CUSTOMER -> deal.customerId() == null ? deal.dealId() : deal.customerId();
            };
            return new Key(rule, cap.scope(), cap.period(), holder, cap.period().startOf(deal.invoiceDate()));
        }
    }

    /** What a line took of a limit, in the plan's currency. */
    record Taken(Key key, UUID dealId, UUID lineId, long minor) {}

    long used(Key key) {
        return used.getOrDefault(key, 0L);
    }

    void take(Key key, UUID dealId, UUID lineId, long minor) {
        used.merge(key, minor, Math::addExact);
        taken.add(new Taken(key, dealId, lineId, minor));
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }
}
