/** The public directory of active partners. */
@NullMarked
package org.ninetyten.partner.directory;

import org.jspecify.annotations.NullMarked;
