/** What partners say is wrong about one line, and the vendor's answer. */
@NullMarked
package org.ninetyten.billing.dispute;

import org.jspecify.annotations.NullMarked;
