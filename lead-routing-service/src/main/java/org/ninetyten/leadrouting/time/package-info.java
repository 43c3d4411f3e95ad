/** Business time: the hours in which a partner works, counted in real minutes. Plain Java, no clock. */
@NullMarked
package org.ninetyten.leadrouting.time;

import org.jspecify.annotations.NullMarked;
