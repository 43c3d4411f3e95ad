package org.ninetyten.billing.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the ledger. */
@ConfigMapping(prefix = "billing.ledger")
public interface LedgerConfig {

    /** How far back each check of the balance looks. Longer than any transaction lives, for those that commit late. */
    @WithDefault("10m")
    Duration checkWindow();

    /** How often what is committed is added to the hash chain. */
    @WithDefault("10s")
    String sealEvery();

    /** How many entries are sealed, or verified, in one transaction. */
    @WithDefault("5000")
    int sealBatch();
}
