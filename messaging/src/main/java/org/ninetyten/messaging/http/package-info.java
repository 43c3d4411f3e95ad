/** The HTTP conventions that all services share: problems, idempotency keys, pages, versions, callers, rate limits. */
@NullMarked
package org.ninetyten.messaging.http;

import org.jspecify.annotations.NullMarked;
