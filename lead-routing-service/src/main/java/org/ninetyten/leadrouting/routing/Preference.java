package org.ninetyten.leadrouting.routing;

import java.util.UUID;

/** A partner that comes before all turns, and the step that says so. */
public record Preference(Step step, UUID partnerId) {}
