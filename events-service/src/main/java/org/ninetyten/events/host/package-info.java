/** Applications of partners to host an event, and their decision. */
@NullMarked
package org.ninetyten.events.host;

import org.jspecify.annotations.NullMarked;
