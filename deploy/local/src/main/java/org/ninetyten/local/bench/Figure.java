package org.ninetyten.local.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One measured figure, with what was checked so that it is not fast by being wrong. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Figure(String id, String what, String measured, String goal, boolean reached, String invariant) {}
