/** Campaigns of partners: a lead that one of them brought goes to that partner first. */
@NullMarked
package org.ninetyten.leadrouting.campaign;

import org.jspecify.annotations.NullMarked;
