package io.redoubt.rulepack.sheets;

import java.util.Set;

/**
 * Which sheets a workbook may have.
 *
 * @param main the one that is read
 * @param beside others of ours that may be there
 * @param hidden the one of them that may be hidden; empty for none
 * @param foreign whether any other may stand beside it too, and is not looked at: the workbook is somebody else's
 */
public record ExpectedSheets(String main, Set<String> beside, String hidden, boolean foreign) {
    public ExpectedSheets {
        beside = Set.copyOf(beside);
    }

    /** One sheet of a workbook that we did not write. */
    public static ExpectedSheets of(String main) {
        return new ExpectedSheets(main, Set.of(), "", true);
    }

    boolean isKnown(String name) {
        return name.equals(main) || beside.contains(name);
    }
}
