/** Trials, usage signals and qualification policies over REST. */
@NullMarked
package org.ninetyten.leadrouting.trial.rest;

import org.jspecify.annotations.NullMarked;
