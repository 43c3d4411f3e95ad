/** Enrolments over HTTP. */
@NullMarked
package org.ninetyten.academy.enrolment.rest;

import org.jspecify.annotations.NullMarked;
