/** The processes of the platform: start, watch, stop. */
@NullMarked
package org.ninetyten.local.platform;

import org.jspecify.annotations.NullMarked;
