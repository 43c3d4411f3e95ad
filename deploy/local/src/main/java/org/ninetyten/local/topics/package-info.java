/** The topics of the platform: declared, listed, watched, and their dead letters. */
@NullMarked
package org.ninetyten.local.topics;

import org.jspecify.annotations.NullMarked;
