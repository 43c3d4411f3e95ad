/** Sources of leads, and those that are paused for bringing bad ones. */
@NullMarked
package org.ninetyten.leadrouting.source;

import org.jspecify.annotations.NullMarked;
