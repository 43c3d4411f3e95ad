/** What partners owe back, over HTTP. */
@NullMarked
package org.ninetyten.billing.recovery.rest;

import org.jspecify.annotations.NullMarked;
