/** The local identity provider: realm, users and tokens. */
@NullMarked
package org.ninetyten.local.identity;

import org.jspecify.annotations.NullMarked;
