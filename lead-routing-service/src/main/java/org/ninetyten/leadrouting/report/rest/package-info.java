/** Reports over REST. */
@NullMarked
package org.ninetyten.leadrouting.report.rest;

import org.jspecify.annotations.NullMarked;
