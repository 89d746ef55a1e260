package io.redoubt.supplier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

/**
 * The ids of the facts of one transaction, from blocks of the sequence {@code fact_seq}. What is left of a block is
 * never kept for the next transaction: a database that is killed may forget that it gave away a block which nothing was
 * committed under, and gives it away again.
 */
final class FactIds {
    /** The sequence's increment. */
    private static final int BLOCK = 100;

    private final EntityManager entities;
    private long next;
    private int left;

    FactIds(EntityManager entities) {
        this.entities = entities;
    }

    long next() {
        if (left == 0) {
            next = ((Number) entities.createNativeQuery("select nextval('fact_seq')")
                            .setFlushMode(FlushModeType.COMMIT)
                            .getSingleResult())
                    .longValue();
            left = BLOCK;
        }
        left--;
        return next++;
    }
}
