/** What decides whether an incoming lead is one: the versioned lead policy and the spam rules. */
@NullMarked
package org.ninetyten.leadrouting.intake;

import org.jspecify.annotations.NullMarked;
