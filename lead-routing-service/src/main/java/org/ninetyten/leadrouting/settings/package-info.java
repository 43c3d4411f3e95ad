/** What an operator may set. */
@NullMarked
package org.ninetyten.leadrouting.settings;

import org.jspecify.annotations.NullMarked;
