/** Reads of the audit record over HTTP. */
@NullMarked
package org.ninetyten.billing.audit.rest;

import org.jspecify.annotations.NullMarked;
