/** Routing policies over HTTP. */
@NullMarked
package org.ninetyten.leadrouting.policy.rest;

import org.jspecify.annotations.NullMarked;
