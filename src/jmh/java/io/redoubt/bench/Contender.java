package io.redoubt.bench;

import io.redoubt.scoring.Interpreter;
import io.redoubt.scoring.drools.DroolsEvaluator;

/** The engines that are compared. */
public enum Contender {
    HAND_WRITTEN_SCAN("hand-written: 500 predicates in a row"),
    HAND_WRITTEN_LOOP("hand-written: a loop over three columns"),
    REDOUBT("Redoubt, batch of 500"),
    REDOUBT_50("Redoubt, batches of 50"),
    INTERPRETER("Redoubt's interpreter"),
    EASY_RULES("Easy Rules 4.1.0"),
    EVRETE("Evrete 4.0.3");

    private static final int SMALL_BATCH = 50;

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether it is another library's. */
    boolean isPeer() {
        return this == EASY_RULES || this == EVRETE;
    }

    Engine over(EqualityTable table) {
        return switch (this) {
            case HAND_WRITTEN_SCAN -> new HandWrittenScan(table);
            case HAND_WRITTEN_LOOP -> new HandWrittenLoop(table);
            case REDOUBT -> new RedoubtEngine(table, DroolsEvaluator::new, EqualityTable.SUPPLIERS);
            case REDOUBT_50 -> new RedoubtEngine(table, DroolsEvaluator::new, SMALL_BATCH);
            case INTERPRETER -> new RedoubtEngine(table, Interpreter::new, EqualityTable.SUPPLIERS);
            case EASY_RULES -> new EasyRulesEngine(table);
            case EVRETE -> new EvreteEngine(table);
        };
    }
}
