/** Applications: from the public form to the decision. */
@NullMarked
package org.ninetyten.partner.application;

import org.jspecify.annotations.NullMarked;
