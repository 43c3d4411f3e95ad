/** Publishes what happens to protections. */
@NullMarked
package org.ninetyten.leadrouting.protection.messaging;

import org.jspecify.annotations.NullMarked;
