/** One story through the whole platform, told through REST alone. */
@NullMarked
package org.ninetyten.local.demo;

import org.jspecify.annotations.NullMarked;
