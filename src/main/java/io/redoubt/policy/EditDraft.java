package io.redoubt.policy;

import io.redoubt.audit.AuditTrail;
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
    private final Workers workers;
    private final AuditTrail audit;
    private final Clock clock;

    EditDraft(
            PackDrafts drafts,
            StoredPacks packs,
            ActiveMethodology methodology,
            Workers workers,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.packs = packs;
        this.methodology = methodology;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change of texts; refuses by exception. */
    interface Change {
        PackFiles of(PackEdit edit) throws PackException;
    }

    /**
     * What a draft begins with.
     *
     * @param title what the change is for
     * @param subject what it is of; without one of what is restored, else of the rules
     * @param restored hash of what is to be in force again; without one the draft begins with what is in force
     * @param files texts to begin with instead
     */
    record Beginning(String title, Optional<Subject> subject, Optional<String> restored, Optional<PackFiles> files) {}

    /** Makes a draft. */
    @Transactional
    PackDraft create(Beginning with, String actor) {
        if (with.restored().isPresent() && with.files().isPresent()) {
            throw ProblemType.INVALID.because("A draft that brings back a pack must have no files of its own.");
        }
        methodology.refresh();
        PackDraft draft = new PackDraft();
        draft.id = UUID.randomUUID();
        draft.title = with.title();
        draft.subject = subject(with);
        draft.baseHash = methodology.hash(draft.subject);
        draft.restores = with.restored().isPresent();
        draft.files = packs.text(
                limited(with.files().orElseGet(() -> packs.files(with.restored().orElse(draft.baseHash)))));
        draft.createdBy = actor;
        draft.createdAt = clock.instant();
        workers.prepare();
        drafts.persistAndFlush(draft);
        drafts.author(draft, actor);
        audit.record(
                actor,
                "created",
                noted(draft),
                Map.of("subject", draft.subject, "base", draft.baseHash, "title", draft.title));
        return draft;
    }

    private Subject subject(Beginning with) {
        Optional<Subject> restored = with.restored().map(packs::subject);
        Subject subject = with.subject().or(() -> restored).orElse(Subject.RULES);
        if (restored.filter(other -> other != subject).isPresent()) {
            throw ProblemType.INVALID.because("The draft of the " + subject.words()
                    + " must restore one of these; the hash is of the "
                    + restored.orElse(subject).words() + ".");
        }
        return subject;
    }

    /** Changes a draft that is as its author last saw it. */
    @Transactional
    PackDraft change(UUID id, @Nullable String ifMatch, String actor, String what, Change change) {
        return change(open(id), ifMatch, actor, what, change);
    }

    /** The same with a change that speaks of rules or parameters. */
    @Transactional
    PackDraft changeRules(UUID id, @Nullable String ifMatch, String actor, String what, Change change) {
        return change(requireRules(open(id)), ifMatch, actor, what, change);
    }

    /** Refuses a draft of data, which is written as whole files. */
    static PackDraft requireRules(PackDraft draft) {
        if (draft.subject != Subject.RULES) {
            throw ProblemType.CONFLICT.because("The draft must be of rules; it is of the " + draft.subject.words()
                    + ", where neither rules nor parameters are.\nMaybe write the file as a whole.");
        }
        return draft;
    }

    private PackDraft open(UUID id) {
        return drafts.locked(id, DraftState.DRAFT, DraftState.SUBMITTED, DraftState.APPROVED);
    }

    private PackDraft change(PackDraft draft, @Nullable String ifMatch, String actor, String what, Change change) {
        Versions.check(ifMatch, draft.version);
        if (draft.restores) {
            throw ProblemType.CONFLICT.because("A draft that brings back a pack must stay as that pack was.\nMaybe make"
                    + " a draft of the " + draft.subject.words() + " in force.");
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
        audit.record(actor, "edited", noted(draft), Map.of("what", what));
        return draft;
    }

    private static PackFiles limited(PackFiles files) {
        boolean storable = files.texts().entrySet().stream()
                .noneMatch(file -> (file.getKey() + file.getValue()).indexOf(Character.MIN_VALUE) >= 0);
        if (!storable) {
            throw ProblemType.INVALID.because("The files must be texts without NUL characters.");
        }
        long length = files.texts().values().stream().mapToLong(String::length).sum();
        if (files.texts().size() > PackFiles.MAX_FILES || length > LONGEST) {
            throw ProblemType.TOO_LARGE.because(
                    "The pack must have at most " + PackFiles.MAX_FILES + " files and " + LONGEST + " characters.");
        }
        return files;
    }

    static AuditTrail.Subject noted(PackDraft draft) {
        return new AuditTrail.Subject("pack-draft", draft.id.toString());
    }
}
