/** Why leads went where they went: in sentences, to a partner its own part, and made again to be sure. */
@NullMarked
package org.ninetyten.leadrouting.explanation;

import org.jspecify.annotations.NullMarked;
