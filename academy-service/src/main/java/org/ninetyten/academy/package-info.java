/** The academy: courses, exams and the credentials that partners' staff earn in them. */
@NullMarked
package org.ninetyten.academy;

import org.jspecify.annotations.NullMarked;
