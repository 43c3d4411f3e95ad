/** The directory over HTTP. */
@NullMarked
package org.ninetyten.partner.directory.rest;

import org.jspecify.annotations.NullMarked;
