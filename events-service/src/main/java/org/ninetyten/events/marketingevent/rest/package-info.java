/** Events over HTTP. */
@NullMarked
package org.ninetyten.events.marketingevent.rest;

import org.jspecify.annotations.NullMarked;
