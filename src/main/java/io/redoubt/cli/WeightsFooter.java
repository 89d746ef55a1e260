package io.redoubt.cli;

import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.BandChanges;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RatingOutcome.Rated;
import java.util.List;
import java.util.function.Predicate;

/** How much of a ranking hangs on the weights, and for whom; nothing where the pack has none. */
record WeightsFooter(RulePack pack, List<RatingOutcome> outcomes) {
    private static final int MOST_NAMES = 10;

    String text() {
        BandChanges changes = BandChanges.of(pack, outcomes);
        if (changes.rated() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(changes.samples() > 0 ? sampled(changes) : "");
        changes.underWeights()
                .forEach((set, changed) -> text.append("Under the " + set + " weights ")
                        .append(of(changed, changes.rated()) + named(ids(outcome -> isOther(outcome, set))) + ".\n"));
        return text.toString();
    }

    private String sampled(BandChanges changes) {
        String tried = "With every weight moved at random by up to 20 % (" + changes.samples() + " samples, seed "
                + changes.seed() + ") " + of(changes.changing(), changes.rated());
        return changes.changing() == 0
                ? tried + " in any sample.\n"
                : tried + " in some sample" + named(ids(WeightsFooter::isSensitive)) + "; on average "
                        + changes.average() + " change in a sample.\n";
    }

    private static String of(int changed, int rated) {
        String bands = rated + (rated == 1 ? " band" : " bands");
        return changed == 0
                ? "none of " + bands + " changes"
                : changed + " of " + bands + (changed == 1 ? " changes" : " change");
    }

    private static String named(List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String shown = String.join(", ", ids.stream().limit(MOST_NAMES).toList());
        return " (" + shown + (ids.size() > MOST_NAMES ? " and " + (ids.size() - MOST_NAMES) + " more" : "") + ")";
    }

    private List<String> ids(Predicate<RatingOutcome> changes) {
        return outcomes.stream()
                .filter(outcome -> outcome instanceof Rated && changes.test(outcome))
                .map(outcome -> outcome.detail().supplierId())
                .sorted()
                .toList();
    }

    private static boolean isSensitive(RatingOutcome outcome) {
        return outcome.detail()
                .sensitivity()
                .filter(found -> found.changed() > 0)
                .isPresent();
    }

    private static boolean isOther(RatingOutcome outcome, String set) {
        return outcome.detail().alternatives().stream()
                .anyMatch(other -> other.weights().equals(set) && !other.badge().equals(outcome.badge()));
    }
}
