/** Credentials: granted, imported, verified, revoked. */
@NullMarked
package org.ninetyten.academy.credential;

import org.jspecify.annotations.NullMarked;
