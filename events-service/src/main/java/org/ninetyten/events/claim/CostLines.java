package org.ninetyten.events.claim;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.messaging.http.ProblemException;

/** The cost lines of all claims. */
@ApplicationScoped
public class CostLines implements PanacheRepositoryBase<CostLine, UUID> {

    private final Session entities;

    @Inject
    CostLines(Session entities) {
        this.entities = entities;
    }

    /** The lines of a claim in the order in which the host wrote them. */
    public List<CostLine> of(UUID claimId) {
        return list("claimId = ?1 order by ordinal", claimId);
    }

    /** Writes a claim's lines anew, or refuses and names the lines whose invoice is claimed already. */
    void replace(UUID claimId, List<Cost> costs) {
        entities.createNativeMutationQuery("DELETE FROM cost_line WHERE claim_id = :claimId")
                .setParameter("claimId", claimId)
                .executeUpdate();
        SortedSet<Integer> claimedAlready = new TreeSet<>();
        // In the order of the unique key: two claims with the same invoices wait for each other, not in a circle.
        List<Integer> byInvoice = IntStream.range(0, costs.size())
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> costs.get(line).invoiceKey())
                        .thenComparing(line -> costs.get(line).invoiceDate())
                        .thenComparingLong(line -> costs.get(line).netMinor()))
                .toList();
        for (int line : byInvoice) {
            if (!add(claimId, line, costs.get(line))) {
                claimedAlready.add(line);
            }
        }
        if (!claimedAlready.isEmpty()) {
            ProblemException problem = new ProblemException(
                    EventsProblem.INVOICE_ALREADY_CLAIMED, "An invoice can be claimed once, in one claim.");
            claimedAlready.forEach(line -> problem.field("lines[" + line + "]", "this invoice is claimed already"));
            throw problem;
        }
    }

    private boolean add(UUID claimId, int ordinal, Cost cost) {
        return entities.createNativeMutationQuery("""
                                INSERT INTO cost_line (id, claim_id, ordinal, category, supplier, supplier_tax_id,
                                    invoice_number, invoice_date, net_minor, description, invoice_key)
                                VALUES (:id, :claimId, :ordinal, :category, :supplier, :supplierTaxId,
                                    :invoiceNumber, cast(:invoiceDate AS date), :netMinor, :description, :invoiceKey)
                                ON CONFLICT (invoice_key, invoice_date, net_minor) DO NOTHING
                                """)
                        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                        .setParameter("claimId", claimId)
                        .setParameter("ordinal", ordinal)
                        .setParameter("category", cost.category().name())
                        .setParameter("supplier", cost.supplier())
                        .setParameter("supplierTaxId", cost.supplierTaxId())
                        .setParameter("invoiceNumber", cost.invoiceNumber())
                        .setParameter("invoiceDate", cost.invoiceDate().toString())
                        .setParameter("netMinor", cost.netMinor())
                        .setParameter("description", cost.description(), String.class)
                        .setParameter("invoiceKey", cost.invoiceKey())
                        .executeUpdate()
                == 1;
    }
}
