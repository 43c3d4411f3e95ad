/** Publishes who the partner of record is. */
@NullMarked
package org.ninetyten.leadrouting.customer.messaging;

import org.jspecify.annotations.NullMarked;
