/** The events that tell other services which credentials count. */
@NullMarked
package org.ninetyten.academy.credential.messaging;

import org.jspecify.annotations.NullMarked;
