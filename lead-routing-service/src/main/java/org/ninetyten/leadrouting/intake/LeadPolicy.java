package org.ninetyten.leadrouting.intake;

import java.time.Instant;
import java.util.Set;
import org.ninetyten.leadrouting.routing.LeadSource;

/**
 * One version of what decides about incoming leads.
 *
 * @param dedupeDays how far back an incoming lead is compared
 * @param similarityPermil from which likeness of two names in one city a person decides, in thousandths
 * @param candidatesShown how many similar leads the reviewer sees
 * @param neverMerged sources whose leads are neither merged nor held up
 * @param checkedForSpam sources that anybody can write to
 * @param leadsPerHourDomain how many leads of one company domain in an hour are believed
 * @param leadsPerHourPhone the same for one phone number
 * @param badPercent a source is paused when more than so many per cent of its leads are bad
 * @param badWindowDays counted over so many days
 * @param badMinimum and at least so many judged leads
 * @param badCodes what feedback calls a bad lead
 * @param feedbackDays how long after the end of a lead feedback may be given or changed
 * @param freeMailDomains mail providers whose domain says nothing of the company
 * @param disposableDomains mail providers whose addresses are thrown away
 */
public record LeadPolicy(
        int version,
        Instant validFrom,
        String createdBy,
        String why,
        int dedupeDays,
        int similarityPermil,
        int candidatesShown,
        Set<LeadSource> neverMerged,
        Set<LeadSource> checkedForSpam,
        int leadsPerHourDomain,
        int leadsPerHourPhone,
        int badPercent,
        int badWindowDays,
        int badMinimum,
        Set<String> badCodes,
        int feedbackDays,
        Set<String> freeMailDomains,
        Set<String> disposableDomains) {

    public LeadPolicy {
        neverMerged = Set.copyOf(neverMerged);
        checkedForSpam = Set.copyOf(checkedForSpam);
        badCodes = Set.copyOf(badCodes);
        freeMailDomains = Set.copyOf(freeMailDomains);
        disposableDomains = Set.copyOf(disposableDomains);
    }

    /** Whether so many bad ones of so many judged leads are too many. */
    public boolean isBad(int judged, int bad) {
        return judged >= badMinimum && 100L * bad > (long) badPercent * judged;
    }
}
