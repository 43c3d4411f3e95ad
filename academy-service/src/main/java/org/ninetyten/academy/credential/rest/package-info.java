/** Credentials over HTTP. */
@NullMarked
package org.ninetyten.academy.credential.rest;

import org.jspecify.annotations.NullMarked;
