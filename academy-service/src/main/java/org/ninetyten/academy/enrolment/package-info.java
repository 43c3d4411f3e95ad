/** A person's way through one version of a course. */
@NullMarked
package org.ninetyten.academy.enrolment;

import org.jspecify.annotations.NullMarked;
