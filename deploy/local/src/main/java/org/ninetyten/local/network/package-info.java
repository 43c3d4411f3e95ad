/** The example partner network: companies in real cities of six regions. */
@NullMarked
package org.ninetyten.local.network;

import org.jspecify.annotations.NullMarked;
