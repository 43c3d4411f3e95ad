/** The deal policy over REST. */
@NullMarked
package org.ninetyten.leadrouting.dealpolicy.rest;

import org.jspecify.annotations.NullMarked;
