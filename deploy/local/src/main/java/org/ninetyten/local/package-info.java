/** The ninetyten command: the whole platform on one machine, without containers. */
@NullMarked
package org.ninetyten.local;

import org.jspecify.annotations.NullMarked;
