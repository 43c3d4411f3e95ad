/** Measuring: alternating pairs, ratios with their spread, and the file that {@code ./ninetyten bench} reads. */
@NullMarked
package org.ninetyten.testing.bench;

import org.jspecify.annotations.NullMarked;
