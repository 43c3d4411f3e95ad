package org.ninetyten.leadrouting.source;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.messaging.http.ProblemException;

/** The desk takes leads of a paused source for granted again. */
@ApplicationScoped
public class ResumeSource {

    private final LeadSources sources;
    private final Audit audit;

    ResumeSource(LeadSources sources, Audit audit) {
        this.sources = sources;
        this.audit = audit;
    }

    /** Resumes the source. Feedback from before counts against it no longer. */
    @Transactional
    public void resume(LeadSource source, @Nullable String campaign, String why, String by) {
        Instant since = sources.resume(source, campaign, by, why)
                .orElseThrow(() -> ProblemException.illegalState("The source is not paused.", List.of()));
        audit.record(
                by,
                "resumed the source " + source + (campaign == null ? "" : " " + campaign),
                UuidCreator.getTimeOrderedEpoch(),
                "paused since " + since,
                "resumed",
                why);
    }
}
