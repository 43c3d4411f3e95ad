/** Files of leads over REST. */
@NullMarked
package org.ninetyten.leadrouting.transfer.rest;

import org.jspecify.annotations.NullMarked;
