/** Statements that go out. */
@NullMarked
package org.ninetyten.billing.statement.messaging;

import org.jspecify.annotations.NullMarked;
