/** Deals that come in, splits that go out. */
@NullMarked
package org.ninetyten.billing.split.messaging;

import org.jspecify.annotations.NullMarked;
