package io.redoubt.bench;

import io.redoubt.scoring.drools.DroolsEvaluator;

/** The engines that are compared over findings; each leaves a full trail. */
public enum FindingsContender {
    HAND_WRITTEN("hand-written: 500 conditions in a row on each finding"),
    REDOUBT("Redoubt"),
    EASY_RULES("Easy Rules 4.1.0"),
    EVRETE("Evrete 4.0.3");

    private final String title;

    FindingsContender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Engine over(FindingsTable table) {
        return switch (this) {
            case HAND_WRITTEN -> new FindingsScan(table);
            case REDOUBT -> new RedoubtFindings(table, new DroolsEvaluator(table.typedRules()));
            case EASY_RULES -> new EasyRulesFindings(table);
            case EVRETE -> new EvreteFindings(table);
        };
    }
}
