/** The append-only record of decisions about money. */
@NullMarked
package org.ninetyten.events.audit;

import org.jspecify.annotations.NullMarked;
