package org.ninetyten.academy.course;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One option of a question. Whether it is correct never leaves the academy's editors. */
@Embeddable
public record AnswerOption(
        @Column(name = "id") UUID id,
        @Column(name = "text") String text,
        @Column(name = "correct") boolean correct) {}
