/** Reports of the 90/10 rule over HTTP. */
@NullMarked
package org.ninetyten.billing.ninetyten.rest;

import org.jspecify.annotations.NullMarked;
