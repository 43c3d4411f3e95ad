/** Sources of leads over REST. */
@NullMarked
package org.ninetyten.leadrouting.source.rest;

import org.jspecify.annotations.NullMarked;
