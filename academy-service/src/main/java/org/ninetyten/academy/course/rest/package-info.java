/** Courses over HTTP. */
@NullMarked
package org.ninetyten.academy.course.rest;

import org.jspecify.annotations.NullMarked;
