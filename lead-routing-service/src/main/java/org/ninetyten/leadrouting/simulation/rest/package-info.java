/** Simulations of routing over HTTP. */
@NullMarked
package org.ninetyten.leadrouting.simulation.rest;

import org.jspecify.annotations.NullMarked;
