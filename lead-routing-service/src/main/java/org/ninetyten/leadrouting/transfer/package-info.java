/** Files of leads: taken in and given out, any number of rows with constant memory. */
@NullMarked
package org.ninetyten.leadrouting.transfer;

import org.jspecify.annotations.NullMarked;
