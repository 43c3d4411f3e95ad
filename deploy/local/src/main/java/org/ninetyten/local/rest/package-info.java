/** A small client for the REST interfaces of the five services. */
@NullMarked
package org.ninetyten.local.rest;

import org.jspecify.annotations.NullMarked;
