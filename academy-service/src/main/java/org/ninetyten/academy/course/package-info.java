/** Courses with their lessons and exams, which no longer change once published. */
@NullMarked
package org.ninetyten.academy.course;

import org.jspecify.annotations.NullMarked;
