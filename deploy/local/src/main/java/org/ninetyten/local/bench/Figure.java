package org.ninetyten.local.bench;

/** One measured figure, with what was checked so that it is not fast by being wrong. */
record Figure(String id, String what, String measured, String goal, boolean reached, String invariant) {}
