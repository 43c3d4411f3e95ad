package org.ninetyten.leadrouting.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.identity.KeyKind;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** What was merged into what, and the leads that may have to be. */
@ApplicationScoped
public class Merges {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    Merges(Database database) {
        this.database = database;
    }

    /**
     * One lead merged into another.
     *
     * @param matchedBy the kinds of key that both have; none when a person decided
     * @param ownCustomer the duplicate's customer before; nothing when it never had one of its own
     */
    public record Merge(
            UUID id,
            UUID duplicateId,
            UUID survivorId,
            Set<KeyKind> matchedBy,
            Instant at,
            Mover by,
            Learnt learnt,
            @Nullable UUID ownCustomer) {}

    /** A lead that looks like the one under review, in thousandths. */
    public record Candidate(UUID leadId, UUID candidateId, int similarityPermil) {}

    void add(List<Merge> merges) {
        database.batch(
                """
                insert into lead_merge (id, duplicate_id, survivor_id, matched_by, merged_at, merged_by, why, added,
                    own_customer_id)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::uuid)""",
                merges.stream()
                        .map(merge -> new @Nullable Object[] {
                            merge.id(),
                            merge.duplicateId(),
                            merge.survivorId(),
                            Database.array("text", merge.matchedBy()),
                            merge.at(),
                            merge.by().who(),
                            merge.by().why(),
                            write(merge.learnt()),
                            merge.ownCustomer()
                        })
                        .toList());
    }

    void addCandidates(List<Candidate> candidates) {
        database.batch(
                "insert into lead_candidate (lead_id, candidate_id, similarity_permil) values (?, ?, ?)",
                candidates.stream()
                        .map(candidate -> new @Nullable Object[] {
                            candidate.leadId(), candidate.candidateId(), candidate.similarityPermil()
                        })
                        .toList());
    }

    /** The leads that look like this one, the most alike first. */
    public List<Candidate> candidates(UUID leadId) {
        return database.query(
                "select * from lead_candidate where lead_id = ? order by similarity_permil desc, candidate_id desc",
                row -> new Candidate(
                        Database.id(row, "lead_id"), Database.id(row, "candidate_id"), row.getInt("similarity_permil")),
                leadId);
    }

    /** How the lead was merged, if it is. */
    Optional<Merge> live(UUID duplicateId) {
        return database.first(
                "select * from lead_merge where duplicate_id = ? and undone_at is null", Merges::merge, duplicateId);
    }

    /** What other duplicates have told the survivor. */
    Set<IncomePoint> needsOfOthers(Merge merge) {
        Set<IncomePoint> needs = EnumSet.noneOf(IncomePoint.class);
        database.query("""
                        select unnest(d.needs) as need from lead_merge m join lead d on d.id = m.duplicate_id
                         where m.survivor_id = ? and m.id <> ? and m.undone_at is null""", row -> IncomePoint.valueOf(row.getString("need")), merge.survivorId(), merge.id())
                .forEach(needs::add);
        return needs;
    }

    void undo(Merge merge, Mover by, Instant now) {
        database.update(
                "update lead_merge set undone_at = ?, undone_by = ?, undone_why = ? where id = ?",
                now,
                by.who(),
                by.why(),
                merge.id());
    }

    /** Duplicates of a lead that is merged itself point at the lead that survives, with its customer. */
    void repoint(UUID from, Lead to) {
        database.update(
                "update lead set merged_into = ?, customer_id = ?, version = version + 1 where merged_into = ?",
                to.id(),
                to.customerId(),
                from);
    }

    /** The duplicates that the lead brought along point at it again. */
    void repointBack(Lead lead) {
        database.update("""
                update lead set merged_into = ?, customer_id = ?, version = version + 1
                 where id in (select duplicate_id from lead_merge where survivor_id = ? and undone_at is null)""", lead.id(), lead.customerId(), lead.id());
    }

    private static Merge merge(ResultSet row) throws SQLException {
        Set<KeyKind> matchedBy = EnumSet.noneOf(KeyKind.class);
        Database.texts(row, "matched_by").forEach(kind -> matchedBy.add(KeyKind.valueOf(kind)));
        return new Merge(
                Database.id(row, "id"),
                Database.id(row, "duplicate_id"),
                Database.id(row, "survivor_id"),
                matchedBy,
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                new Mover(row.getString("merged_by"), row.getString("why")),
                read(row.getString("added")),
                Database.uuid(row, "own_customer_id"));
    }

    private static String write(Learnt learnt) {
        try {
            return JSON.writeValueAsString(learnt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Learnt read(String json) {
        try {
            return JSON.readValue(json, Learnt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a merge added cannot be read", e);
        }
    }
}
