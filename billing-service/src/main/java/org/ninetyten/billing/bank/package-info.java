/** Where partners' money goes: checked, encrypted, confirmed by a second person, and used a day later. */
@NullMarked
package org.ninetyten.billing.bank;

import org.jspecify.annotations.NullMarked;
