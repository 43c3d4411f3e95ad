/** What routing knows of partners: a read model fed by the events of other services. */
@NullMarked
package org.ninetyten.leadrouting.partner;

import org.jspecify.annotations.NullMarked;
