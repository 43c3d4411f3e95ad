/** What the manifests render to. */
@NullMarked
package org.ninetyten.kubernetes;

import org.jspecify.annotations.NullMarked;
