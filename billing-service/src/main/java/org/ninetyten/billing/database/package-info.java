/** Plain SQL, for a service whose heart is batches of rows that are never changed. */
@NullMarked
package org.ninetyten.billing.database;

import org.jspecify.annotations.NullMarked;
