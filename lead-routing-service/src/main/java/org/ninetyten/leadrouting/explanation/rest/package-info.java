/** Explanations over REST. */
@NullMarked
package org.ninetyten.leadrouting.explanation.rest;

import org.jspecify.annotations.NullMarked;
