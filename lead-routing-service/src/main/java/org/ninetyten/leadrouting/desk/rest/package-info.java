/** The desk over REST. */
@NullMarked
package org.ninetyten.leadrouting.desk.rest;

import org.jspecify.annotations.NullMarked;
