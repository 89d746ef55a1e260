package io.redoubt.policy;

import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackFiles;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Checks drafts one after the other. */
final class CheckWorker {
    private final KeptBase base;

    CheckWorker(KeptBase base) {
        this.base = base;
    }

    /**
     * A draft to check.
     *
     * @param draft what was written, by the one subject that it is of
     * @param base everything in force; what is not named is as in the folders
     * @param restores whether it comes back as it was, and owes nothing to what it replaces
     * @param today as ISO 8601
     */
    record Request(Map<Subject, PackFiles> draft, Map<Subject, PackFiles> base, boolean restores, String today) {}

    CheckedPack answer(Request request) {
        try {
            Methodology inForce = base.of(request.base());
            if (!request.draft().containsKey(Subject.RULES)) {
                return EditionCheck.of(inForce, request.draft(), request.restores());
            }
            Methodology written = inForce.with(request.draft());
            Optional<Methodology> before = request.restores() ? Optional.empty() : Optional.of(inForce);
            LocalDate today = LocalDate.parse(request.today());
            return CheckedPack.of(
                    written.pack(), PackCheck.of(written, before, today), RuleChanges.of(inForce, written, today));
        } catch (PackException e) {
            return CheckedPack.unreadable(e.problems());
        }
    }
}
