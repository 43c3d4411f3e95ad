package org.ninetyten.academy.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A question of an attempt with its options in the order in which they are shown. */
@Embeddable
public record DrawnQuestion(
        @Column(name = "question_id") UUID questionId,

        @Column(name = "option_ids") @JdbcTypeCode(SqlTypes.ARRAY)
        List<UUID> optionIds) {}
