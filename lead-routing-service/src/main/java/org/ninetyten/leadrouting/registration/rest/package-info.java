/** Deal registrations and their conflicts over REST. */
@NullMarked
package org.ninetyten.leadrouting.registration.rest;

import org.jspecify.annotations.NullMarked;
