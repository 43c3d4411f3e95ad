/** Campaigns of partners over HTTP. */
@NullMarked
package org.ninetyten.leadrouting.campaign.rest;

import org.jspecify.annotations.NullMarked;
