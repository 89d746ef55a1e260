package io.redoubt.rulepack.drl;

/** Bait: a rule that names it must not cause it to be loaded. */
public final class LoadedByARule {
    static {
        System.setProperty("io.redoubt.rulepack.drl.LoadedByARule", "loaded");
    }
}
