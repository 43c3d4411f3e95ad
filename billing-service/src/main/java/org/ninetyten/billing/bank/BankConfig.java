package org.ninetyten.billing.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Keys of what is encrypted, and how long a change of bank details rests. */
@ConfigMapping(prefix = "billing.bank")
public interface BankConfig {

    /**
     * The keys by their ids: 32 bytes each, in Base64. A key that is no longer used to write stays until nothing is
     * encrypted under it any more.
     */
    Map<String, String> keys();

    /** The id of the key that new details are encrypted under. */
    @WithDefault("local-only")
    String activeKey();
}
