/** Orders from the website: each opens a lead, and a deal with whoever accepts it. */
@NullMarked
package org.ninetyten.leadrouting.order;

import org.jspecify.annotations.NullMarked;
