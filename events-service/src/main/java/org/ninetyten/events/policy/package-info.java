/** The named, versioned figures of the marketing programme. */
@NullMarked
package org.ninetyten.events.policy;

import org.jspecify.annotations.NullMarked;
