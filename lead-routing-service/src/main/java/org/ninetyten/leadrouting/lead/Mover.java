package org.ninetyten.leadrouting.lead;

import org.jspecify.annotations.Nullable;

/**
 * Who moves a lead, and why.
 *
 * @param who a user name, or what part of the service decides
 */
public record Mover(String who, @Nullable String why) {

    /** The service itself, when a lead comes in. */
    static final Mover INTAKE = new Mover("intake", null);
}
