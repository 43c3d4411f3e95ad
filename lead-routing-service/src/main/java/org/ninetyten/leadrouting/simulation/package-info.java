/** Leads of the past routed once more, under another policy, without touching anything. */
@NullMarked
package org.ninetyten.leadrouting.simulation;

import org.jspecify.annotations.NullMarked;
