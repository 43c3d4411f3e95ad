/** Leads and offers over REST. */
@NullMarked
package org.ninetyten.leadrouting.lead.rest;

import org.jspecify.annotations.NullMarked;
