/** Decides which partner gets a lead: pure rules, an index over all partners, and policies. */
@NullMarked
package org.ninetyten.leadrouting.routing;

import org.jspecify.annotations.NullMarked;
