package io.redoubt.scoring;

import java.util.List;

/**
 * Finds out which rules of one effective pack fire on which facts. Implementations differ in speed only: for the same
 * facts every one leaves the same trail.
 */
public interface RuleEvaluator {
    /** Evaluates suppliers together and writes each one's {@link FactSet#trail}, sorted. Safe for concurrent use. */
    void evaluate(List<FactSet> batch);
}
