/** Journeys against the packaged services. */
@NullMarked
package org.ninetyten.e2e;

import org.jspecify.annotations.NullMarked;
