package org.ninetyten.leadrouting.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the machinery; what decides about leads is in the routing policy. */
@ConfigMapping(prefix = "lead-routing")
public interface LeadRoutingConfig {

    /** How many leads one transaction routes at most. */
    @WithDefault("2000")
    int batch();

    /** How many transactions take leads in at a time; leads that arrive meanwhile share the next one. */
    @WithDefault("3")
    int captureLanes();

    /** How many leads one of these transactions takes in at most. */
    @WithDefault("64")
    int captureBatch();

    /** How long routing waits for a wake-up before it looks for leads that another instance captured. */
    @WithDefault("500ms")
    Duration routingPoll();

    /** How often offers are checked for having expired. */
    @WithDefault("250ms")
    Duration expiryPoll();

    /** How often accepted leads are looked at whose partner is late or silent. */
    @WithDefault("1s")
    Duration workPoll();

    /** How many entries of the list of trials with new signals one transaction takes at most. */
    @WithDefault("1000")
    int scoreBatch();

    /** How long scoring waits for a wake-up before it looks for signals that another instance stored. */
    @WithDefault("500ms")
    Duration scorePoll();

    /** How many signals that are too old one transaction deletes. */
    @WithDefault("10000")
    int forgetBatch();

    /** How many rows of a file one transaction takes in. */
    @WithDefault("1000")
    int importBatch();

    /** How many leads a simulation reads and routes at a time. */
    @WithDefault("5000")
    int simulationPortion();

    /** After how many leads a simulation writes down what it knows. */
    @WithDefault("100000")
    int simulationCheckpoint();

    /** How often simulations are looked for that another instance left. */
    @WithDefault("10s")
    Duration simulationPoll();

    /** The longest period of leads that is simulated. */
    @WithDefault("366d")
    Duration simulationLongestPeriod();

    /** How many leads a file to simulate with may have. */
    @WithDefault("2000000")
    int simulationFileLeads();

    /** How long simulations and their files are kept. */
    @WithDefault("90d")
    Duration simulationKept();

    /** How many partners of a region must have been offered leads before one of them is shown what is usual there. */
    @WithDefault("5")
    int partnersOfShownRegion();

    /** The largest body that may be sent other than a file of leads. */
    @WithDefault("4194304")
    long bodyLimit();

    /**
     * The secret under which e-mail addresses, numbers and other identity keys are digested. The default is for one's
     * own machine only; with another secret, leads of before are no longer recognised.
     */
    @WithDefault("local-only-identity-secret")
    String identitySecret();
}
