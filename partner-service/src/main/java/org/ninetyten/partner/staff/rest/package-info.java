/** Partner staff over HTTP. */
@NullMarked
package org.ninetyten.partner.staff.rest;

import org.jspecify.annotations.NullMarked;
