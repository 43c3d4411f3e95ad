/** Leads and their offers, from capture to an accepting partner or the desk. */
@NullMarked
package org.ninetyten.leadrouting.lead;

import org.jspecify.annotations.NullMarked;
