/** Replays a CRM export through the platform and reconciles the outcome. */
@NullMarked
package org.ninetyten.local.replay;

import org.jspecify.annotations.NullMarked;
