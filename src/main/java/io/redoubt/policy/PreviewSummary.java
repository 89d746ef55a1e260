package io.redoubt.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a draft would do to the portfolio.
 *
 * @param asOf day that both packs rated for
 * @param base hashes of what was in force, by subject
 * @param draftVersion of the draft that was compared with it
 * @param changedRules rules that differ, an edited one counting once on each side
 * @param selective whether only those suppliers were judged on whose facts a changed rule acts otherwise
 * @param suppliers all that were looked at
 * @param judged of these, those that had to be judged under both packs
 * @param changed of these, those on whom anything differs: band, figures, coverage, clearances or contributions
 * @param changingFigure those whose overall figure moves at one of its ends
 * @param changingBand those with another band, or with none any more
 * @param changingClearance those that may do other work
 * @param engagementsLost running engagements that are cleared today and would not be: work under way that would no longer
 *     be allowed
 * @param neverFire active rules of the draft that fire for nobody, and for nobody may
 */
public record PreviewSummary(
        LocalDate asOf,
        SortedMap<Subject, String> base,
        long draftVersion,
        int changedRules,
        boolean selective,
        long suppliers,
        long judged,
        long changed,
        long changingBand,
        long changingFigure,
        long changingClearance,
        long engagementsLost,
        List<Move> bands,
        List<Move> clearances,
        List<String> neverFire,
        List<RuleCount> rules) {
    /**
     * How many go from one to another.
     *
     * @param of class of work; empty where it is about bands
     */
    public record Move(String of, String before, String after, long suppliers) {}

    /** For how many suppliers a rule of the draft fires, and for how many it may. */
    public record RuleCount(String rule, int fires, int mayFire) {}
}
