/** The figures of deals, registrations and ratings, in versions. */
@NullMarked
package org.ninetyten.leadrouting.dealpolicy;

import org.jspecify.annotations.NullMarked;
