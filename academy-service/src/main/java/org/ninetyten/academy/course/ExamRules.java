package org.ninetyten.academy.course;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How a course's exam is sat: what passes, how long it takes, how many questions are drawn from the bank. */
@Embeddable
public record ExamRules(
        @Column(name = "pass_percent") int passPercent,
        @Column(name = "minutes") int minutes,
        @Column(name = "draw") int draw) {}
