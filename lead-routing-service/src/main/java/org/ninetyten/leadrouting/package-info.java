/** Finds the right partner for every lead, and follows it to a won or lost deal. */
@NullMarked
package org.ninetyten.leadrouting;

import org.jspecify.annotations.NullMarked;
