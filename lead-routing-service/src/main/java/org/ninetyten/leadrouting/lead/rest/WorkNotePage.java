package org.ninetyten.leadrouting.lead.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of notes. */
record WorkNotePage(List<WorkNoteResponse> items, @Nullable String next) {}
