/** Publishes what happens to leads, and reads the visitors of events. */
@NullMarked
package org.ninetyten.leadrouting.lead.messaging;

import org.jspecify.annotations.NullMarked;
