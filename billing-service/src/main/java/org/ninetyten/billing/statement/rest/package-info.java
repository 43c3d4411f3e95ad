/** Statements over HTTP, as JSON, CSV and PDF. */
@NullMarked
package org.ninetyten.billing.statement.rest;

import org.jspecify.annotations.NullMarked;
