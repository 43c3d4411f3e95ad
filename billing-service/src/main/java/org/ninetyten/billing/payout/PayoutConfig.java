package org.ninetyten.billing.payout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The account that payouts are made from, and how much is done at once. */
@ConfigMapping(prefix = "billing.payout")
public interface PayoutConfig {

    /** Whose account it is. The defaults of the account are for one's own machine only. */
    @WithDefault("Local Only Vendor")
    String debtorName();

    @WithDefault("DE02120300000000202051")
    String debtorIban();

    @WithDefault("BYLADEM1001")
    String debtorBic();

    /** How many partners one transaction drafts payouts for. */
    @WithDefault("500")
    int runBatch();

    /** How many payouts one file holds at most. */
    @WithDefault("10000")
    int fileLimit();
}
