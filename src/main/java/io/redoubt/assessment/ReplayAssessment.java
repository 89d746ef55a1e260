package io.redoubt.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.Subject;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.PackException;
import io.redoubt.scoring.Cause;
import io.redoubt.scoring.Measure;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingDifference;
import io.redoubt.scoring.RatingDifference.Side;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FactsSnapshot;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Rates stored facts again under the stored pack: the outcome must be the stored one, to the letter. */
@ApplicationScoped
class ReplayAssessment {
    private final Assessments assessments;
    private final ActiveMethodology methodology;

    ReplayAssessment(Assessments assessments, ActiveMethodology methodology) {
        this.assessments = assessments;
        this.methodology = methodology;
    }

    /** What came out again. */
    record Replay(boolean identical, JsonNode outcome) {}

    Replay replay(Assessment assessment) {
        try {
            Methodology then = then(assessment);
            SortedMap<String, OutcomeJson.Edition> data = then.data();
            data.keySet()
                    .retainAll(assessment.madeWith().keySet().stream()
                            .map(Subject::key)
                            .toList());
            JsonNode again =
                    OutcomeJson.write(then.rater(assessment.asOf).rate(facts(assessment, then)), then.pack(), data);
            return new Replay(again.toString().equals(assessment.outcome), again);
        } catch (PackException e) {
            throw new IllegalStateException("A stored assessment must be replayable.", e);
        }
    }

    /** What every rule said, and why, when the assessment was made. */
    List<RuleExplanation> explain(Assessment assessment) {
        try {
            Methodology then = then(assessment);
            return then.rater(assessment.asOf).explain(facts(assessment, then));
        } catch (PackException e) {
            throw new IllegalStateException("A stored assessment must be explainable.", e);
        }
    }

    /**
     * How an assessment differs from another of the same supplier.
     *
     * @param parts points of each cause by measure; they sum to {@code to} less {@code from}
     */
    record Difference(Measure measure, String from, String to, Map<Cause, String> parts) {
        static Difference of(RatingDifference difference) {
            Map<Cause, String> parts = new EnumMap<>(Cause.class);
            difference.parts().forEach((cause, points) -> parts.put(cause, points.toString()));
            return new Difference(
                    difference.measure(),
                    difference.from().toString(),
                    difference.to().toString(),
                    parts);
        }
    }

    /** What each cause changed between two assessments of a supplier; they need not have been made one after the other. */
    List<Difference> differences(Assessment before, Assessment after) {
        if (!before.supplierId.equals(after.supplierId)) {
            throw ProblemType.INVALID.because("The assessments must be of one supplier; " + before.id + " is of "
                    + before.supplierId + " and " + after.id + " of " + after.supplierId + ".");
        }
        try {
            return RatingDifference.between(side(before), side(after)).stream()
                    .map(Difference::of)
                    .toList();
        } catch (PackException e) {
            throw new IllegalStateException("Stored assessments must be comparable.", e);
        }
    }

    /** Other arithmetic would give other figures from the same facts and pack, and look like a broken record. */
    private Methodology then(Assessment assessment) throws PackException {
        if (!assessment.semantics.equals(Rater.SEMANTICS)) {
            throw ProblemType.CONFLICT.because("The assessment was made with version " + assessment.semantics
                    + " of the arithmetic and this release has " + Rater.SEMANTICS
                    + "; only the release that made it can rate it again.");
        }
        return methodology.stored(assessment.madeWith());
    }

    private Side side(Assessment assessment) throws PackException {
        Methodology then = then(assessment);
        return new Side(facts(assessment, then), then.rater(assessment.asOf));
    }

    /** Facts that were taken in once, and that this release would refuse, are read only by the one that took them. */
    private SupplierFacts facts(Assessment assessment, Methodology then) {
        try {
            return FactsSnapshot.read(
                    SupplierFile.parse(assessments.facts(assessment)), new SupplierFactsReader(then.catalogue()));
        } catch (FactsException e) {
            throw ProblemType.CONFLICT.because("The facts of the assessment are not as this release takes them in, so"
                    + " only the release that made it can rate it again: " + e.getMessage());
        }
    }
}
