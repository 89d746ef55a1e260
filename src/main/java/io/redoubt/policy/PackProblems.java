package io.redoubt.policy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redoubt.problem.ProblemType;
import io.redoubt.shared.Problem;
import io.redoubt.shared.Violation;
import java.util.List;

/** What is wrong with a pack, as the API answers it: at the file, row and cell where its author finds it. */
final class PackProblems {
    private static final int MOST = 200;

    private PackProblems() {}

    static HttpProblem invalid(List<Problem> problems) {
        return ProblemType.INVALID.because(problems.stream()
                .limit(MOST)
                .map(problem -> new Violation(problem.place().toString(), problem.message()))
                .toList());
    }
}
