/** Where the platform lives on this machine, and how the command speaks to the person who runs it. */
@NullMarked
package org.ninetyten.local.home;

import org.jspecify.annotations.NullMarked;
