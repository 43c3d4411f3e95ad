/** Applications over HTTP. */
@NullMarked
package org.ninetyten.partner.application.rest;

import org.jspecify.annotations.NullMarked;
