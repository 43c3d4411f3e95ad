/** Measures the platform against its goals. */
@NullMarked
package org.ninetyten.local.bench;

import org.jspecify.annotations.NullMarked;
