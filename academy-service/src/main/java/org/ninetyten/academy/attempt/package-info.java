/** Attempts at an exam: drawing, timing, grading. */
@NullMarked
package org.ninetyten.academy.attempt;

import org.jspecify.annotations.NullMarked;
