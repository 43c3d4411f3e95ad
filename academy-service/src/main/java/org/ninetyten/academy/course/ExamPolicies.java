package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;

/** The versions of the exam policy. */
@ApplicationScoped
public class ExamPolicies {

    private final EntityManager entities;
    private final Clock clock;

    ExamPolicies(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The version that holds today. */
    public ExamPolicy current() {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select version, pass_percent, attempts, cool_down_days from exam_policy
                        where valid_from <= :today order by valid_from desc limit 1
                        """, Object[].class)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), clock.getZone()))
                .getSingleResult();
        return new ExamPolicy((int) row[0], (int) row[1], (int) row[2], Arrays.asList((Integer[]) row[3]));
    }
}
