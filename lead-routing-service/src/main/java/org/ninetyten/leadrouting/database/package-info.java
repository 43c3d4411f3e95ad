/** Plain SQL, where it is a better tool than an entity: batches, counters, read models and reports. */
@NullMarked
package org.ninetyten.leadrouting.database;

import org.jspecify.annotations.NullMarked;
