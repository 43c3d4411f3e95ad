package org.ninetyten.billing.partner;

import java.time.LocalDate;
import java.util.UUID;

/** Those who decided something by what a partner was hear of what arrives of it afterwards. */
public interface PartnerChanges {

    /**
     * Called in the transaction that keeps the change.
     *
     * @param from the day from which the partner was another than was known
     */
    void arrived(UUID partnerId, LocalDate from);
}
