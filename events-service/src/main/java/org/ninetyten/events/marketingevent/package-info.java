/** Events that partners host. */
@NullMarked
package org.ninetyten.events.marketingevent;

import org.jspecify.annotations.NullMarked;
