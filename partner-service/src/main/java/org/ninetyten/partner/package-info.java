/** partner-service: applications, partners, their staff and tiers. */
@NullMarked
package org.ninetyten.partner;

import org.jspecify.annotations.NullMarked;
