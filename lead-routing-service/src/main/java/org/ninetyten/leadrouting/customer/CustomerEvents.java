package org.ninetyten.leadrouting.customer;

import java.util.List;

/** Tells others which customers have another partner of record, if and only if the transaction commits. */
public interface CustomerEvents {

    void publish(List<PartnerOfRecordMove> moves);
}
