@NullMarked
package org.ninetyten.messaging;

import org.jspecify.annotations.NullMarked;
