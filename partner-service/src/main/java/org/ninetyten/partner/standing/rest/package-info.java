/** A partner's tier page over HTTP. */
@NullMarked
package org.ninetyten.partner.standing.rest;

import org.jspecify.annotations.NullMarked;
