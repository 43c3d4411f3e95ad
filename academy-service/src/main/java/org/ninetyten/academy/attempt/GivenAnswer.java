package org.ninetyten.academy.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The options that were chosen for a question. */
@Embeddable
public record GivenAnswer(
        @Column(name = "question_id") UUID questionId,

        @Column(name = "option_ids") @JdbcTypeCode(SqlTypes.ARRAY)
        List<UUID> optionIds) {}
