package org.ninetyten.leadrouting.trial;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.ninetyten.leadrouting.lead.BackgroundLoop;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Scores trials behind the requests and makes leads of those that cross the threshold. */
@ApplicationScoped
public class QualificationWorker {

    private static final Logger LOG = Logger.getLogger(QualificationWorker.class);

    private final ScoreTrials scoring;
    private final MakeTrialLeads leads;
    private final LeadRoutingConfig config;
    private final BackgroundLoop loop;

    QualificationWorker(ScoreTrials scoring, MakeTrialLeads leads, LeadRoutingConfig config) {
        this.scoring = scoring;
        this.leads = leads;
        this.config = config;
        this.loop = new BackgroundLoop("trial-qualification", this::work);
    }

    /** Does one portion and says how long to rest. Leads come first, then new signals, then a new policy. */
    Duration work() {
        while (makeNext()) {
            // Each is one transaction.
        }
        return scoring.scoreDue() || scoring.scoreUnderNewPolicy() ? Duration.ZERO : config.scorePoll();
    }

    private boolean makeNext() {
        try {
            return leads.makeNext();
        } catch (MakeTrialLeads.NotMade e) {
            LOG.warn("A lead of a trial could not be made and will be tried again", e);
            leads.postpone(e);
            return true;
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    void wake() {
        loop.wake();
    }

    boolean isAlive() {
        return loop.isAlive();
    }
}
