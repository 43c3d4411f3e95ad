/** Orders over REST. */
@NullMarked
package org.ninetyten.leadrouting.order.rest;

import org.jspecify.annotations.NullMarked;
