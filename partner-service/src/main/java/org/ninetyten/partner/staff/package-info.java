/** The people who work for partners. */
@NullMarked
package org.ninetyten.partner.staff;

import org.jspecify.annotations.NullMarked;
