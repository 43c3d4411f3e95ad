package org.ninetyten.billing.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of exchange rates. */
@ConfigMapping(prefix = "billing.rates")
public interface RateConfig {

    /** The currency through which two others are converted that have no rate between them. */
    @WithDefault("EUR")
    String pivot();
}
