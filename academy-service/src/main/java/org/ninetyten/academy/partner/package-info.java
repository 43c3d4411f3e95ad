/** What the academy knows of partners and whom they employ. */
@NullMarked
package org.ninetyten.academy.partner;

import org.jspecify.annotations.NullMarked;
