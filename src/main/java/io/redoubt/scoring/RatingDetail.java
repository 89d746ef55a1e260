package io.redoubt.scoring;

import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Share;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything behind an outcome.
 *
 * @param semantics version of the arithmetic, {@link Rater#SEMANTICS}
 * @param sites location exposure of each site by id
 * @param location that of the worst site
 * @param coverage share of the applicable control weight that live evidence answers
 * @param coverageByDomain the same for each control domain
 * @param gaps clauses of the contract register that are not agreed: ours to negotiate, and no points
 * @param engagements risk of each running engagement by id
 * @param disputed whether the supplier disputes a rating: marked wherever it shows
 */
public record RatingDetail(
        String supplierId,
        LocalDate asOf,
        String packId,
        String packVersion,
        String packHash,
        String semantics,
        Figure control,
        SortedMap<String, Figure> sites,
        Figure location,
        Figure overall,
        Share coverage,
        SortedMap<String, Share> coverageByDomain,
        List<Contribution> contributions,
        SortedMap<WorkClass, Clearance> clearances,
        List<String> gaps,
        SortedMap<String, EngagementRisk> engagements,
        boolean disputed) {
    public RatingDetail {
        sites = Collections.unmodifiableSortedMap(new TreeMap<>(sites));
        coverageByDomain = Collections.unmodifiableSortedMap(new TreeMap<>(coverageByDomain));
        contributions = List.copyOf(contributions);
        gaps = List.copyOf(gaps);
        engagements = Collections.unmodifiableSortedMap(new TreeMap<>(engagements));
        clearances = Collections.unmodifiableSortedMap(new TreeMap<>(clearances));
    }
}
