package org.ninetyten.leadrouting.lead.rest;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.work.WorkNotes;

/** One note. */
record WorkNoteResponse(UUID id, UUID leadId, UUID partnerId, Instant notedAt, String notedBy, String note) {

    static WorkNoteResponse from(WorkNotes.Note note) {
        return new WorkNoteResponse(
                note.id(), note.leadId(), note.partnerId(), note.notedAt(), note.notedBy(), note.note());
    }
}
