/** Attempts over HTTP. */
@NullMarked
package org.ninetyten.academy.attempt.rest;

import org.jspecify.annotations.NullMarked;
