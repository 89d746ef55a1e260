package io.redoubt.policy;

import io.redoubt.audit.AuditTrail;
import io.redoubt.audit.AuditTrail.Subject;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes drafts and changes them: whoever changes one is an author of it, and an approval of what was there is void. */
@ApplicationScoped
class EditDraft {
    /** Longer texts than any pack has, all together. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final PackDrafts drafts;
    private final StoredPacks packs;
    private final ActiveMethodology methodology;
    private final AuditTrail audit;
    private final Clock clock;

    EditDraft(PackDrafts drafts, StoredPacks packs, ActiveMethodology methodology, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.packs = packs;
        this.methodology = methodology;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change of a pack's texts; refuses by exception. */
    interface Change {
        PackFiles of(PackEdit edit) throws PackException;
    }

    /**
     * Makes a draft.
     *
     * @param title what the change is for
     * @param restored hash of a pack that is to be in force again; without one the draft begins with the pack in force
     * @param files texts to begin with instead
     */
    @Transactional
    PackDraft create(String title, Optional<String> restored, Optional<PackFiles> files, String actor) {
        PackDraft draft = new PackDraft();
        draft.id = UUID.randomUUID();
        draft.title = title;
        draft.baseHash = methodology.hash();
        draft.restores = restored.isPresent();
        draft.files = packs.text(limited(files.orElseGet(() -> packs.files(restored.orElse(draft.baseHash)))));
        draft.createdBy = actor;
        draft.createdAt = clock.instant();
        drafts.persistAndFlush(draft);
        drafts.author(draft, actor);
        audit.record(actor, "created", subject(draft), Map.of("base", draft.baseHash, "title", title));
        return draft;
    }

    /** Changes a draft that is as its author last saw it. */
    @Transactional
    PackDraft change(UUID id, @Nullable String ifMatch, String actor, String what, Change change) {
        PackDraft draft = drafts.locked(id, DraftState.DRAFT, DraftState.SUBMITTED, DraftState.APPROVED);
        Versions.check(ifMatch, draft.version);
        if (draft.restores) {
            throw ProblemType.CONFLICT.because("A draft that brings back a pack must stay as that pack was.\nMaybe make"
                    + " a draft of the pack in force.");
        }
        try {
            PackFiles changed = change.of(new PackEdit(packs.parse(draft.files)));
            draft.reopen();
            draft.files = packs.text(limited(changed));
        } catch (PackException e) {
            throw PackProblems.invalid(e.problems());
        }
        drafts.flush();
        drafts.author(draft, actor);
        audit.record(actor, "edited", subject(draft), Map.of("what", what));
        return draft;
    }

    private static PackFiles limited(PackFiles files) {
        long length = files.texts().values().stream().mapToLong(String::length).sum();
        if (files.texts().size() > PackFiles.MAX_FILES || length > LONGEST) {
            throw ProblemType.TOO_LARGE.because(
                    "The pack must have at most " + PackFiles.MAX_FILES + " files and " + LONGEST + " characters.");
        }
        return files;
    }

    static Subject subject(PackDraft draft) {
        return new Subject("pack-draft", draft.id.toString());
    }
}
