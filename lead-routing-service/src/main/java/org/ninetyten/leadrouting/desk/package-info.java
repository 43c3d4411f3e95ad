/** What waits at the sales desk, and what is late. */
@NullMarked
package org.ninetyten.leadrouting.desk;

import org.jspecify.annotations.NullMarked;
