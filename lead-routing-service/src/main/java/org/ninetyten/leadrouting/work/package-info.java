/** What becomes of a lead after a partner accepted it: by when the customer must be called, and who has gone silent. */
@NullMarked
package org.ninetyten.leadrouting.work;

import org.jspecify.annotations.NullMarked;
