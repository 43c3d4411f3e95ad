/** Read model of the partners that may host. */
@NullMarked
package org.ninetyten.events.partner;

import org.jspecify.annotations.NullMarked;
