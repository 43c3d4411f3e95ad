/** Counts and sums over leads, offers and deals. */
@NullMarked
package org.ninetyten.leadrouting.report;

import org.jspecify.annotations.NullMarked;
