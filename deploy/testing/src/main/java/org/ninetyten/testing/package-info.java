/** What the tests of every module share. */
@NullMarked
package org.ninetyten.testing;

import org.jspecify.annotations.NullMarked;
