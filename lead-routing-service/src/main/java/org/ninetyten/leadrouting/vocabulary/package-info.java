/** The codes and texts that requests may hold. */
@NullMarked
package org.ninetyten.leadrouting.vocabulary;

import org.jspecify.annotations.NullMarked;
