/** Words and codes that all features share, checked against the lists of ISO, IETF and IANA. */
@NullMarked
package org.ninetyten.partner.vocabulary;

import org.jspecify.annotations.NullMarked;
