/** Partners over HTTP. */
@NullMarked
package org.ninetyten.partner.partner.rest;

import org.jspecify.annotations.NullMarked;
