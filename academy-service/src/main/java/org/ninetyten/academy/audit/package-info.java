/** The append-only record of who changed what, and why. */
@NullMarked
package org.ninetyten.academy.audit;

import org.jspecify.annotations.NullMarked;
