/** A partner's own customers: registered, answered at once, and decided by a person where two have a claim. */
@NullMarked
package org.ninetyten.leadrouting.registration;

import org.jspecify.annotations.NullMarked;
