package io.redoubt.policy;

import io.redoubt.audit.AuditTrail;
import io.redoubt.files.CanonicalTexts;
import io.redoubt.files.Problems;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes drafts and changes them: whoever changes one is an author of it, and an approval of what was there is void. */
@ApplicationScoped
class EditDraft {
    /** Longer texts than any pack has, all together. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final PackDrafts drafts;
    private final StoredPacks packs;
    private final PackPublications publications;
    private final ActiveMethodology methodology;
    private final Workers workers;
    private final AuditTrail audit;
    private final Clock clock;

    EditDraft(
            PackDrafts drafts,
            StoredPacks packs,
            PackPublications publications,
            ActiveMethodology methodology,
            Workers workers,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.packs = packs;
        this.publications = publications;
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
     * @param subject what it is of; without one of what it begins with, else of the rules
     * @param base hash of what it changes, and with whose texts it begins; without one what is in force
     * @param restored hash of what is to be in force again
     * @param copied draft with whose texts it begins instead, and whose authors are its authors
     * @param files texts to begin with instead
     */
    record Beginning(
            String title,
            Optional<Subject> subject,
            Optional<String> base,
            Optional<String> restored,
            Optional<UUID> copied,
            Optional<PackFiles> files) {}

    /** Makes a draft. */
    @Transactional
    PackDraft create(Beginning with, String actor) {
        if (Stream.of(with.restored(), with.copied(), with.files())
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw ProblemType.INVALID.because("A draft must begin with one of restores, from and files.");
        }
        methodology.refresh();
        Optional<PackDraft> copied = with.copied().map(drafts::required);
        PackDraft draft = new PackDraft();
        draft.id = UUID.randomUUID();
        draft.title = with.title();
        draft.subject = subject(with, copied);
        draft.baseHash = with.base().orElseGet(() -> methodology.hash(draft.subject));
        draft.restores = with.restored().isPresent();
        requirePublished(draft, with.restored());
        write(
                draft,
                copied.map(one -> packs.parse(one.files))
                        .or(with::files)
                        .orElseGet(() -> packs.files(with.restored().orElse(draft.baseHash))));
        draft.createdBy = actor;
        draft.createdAt = clock.instant();
        workers.prepare();
        drafts.persistAndFlush(draft);
        drafts.author(draft, actor);
        copied.ifPresent(one -> drafts.authors(one.id).forEach(author -> drafts.author(draft, author)));
        audit.record(
                actor,
                "created",
                noted(draft),
                Map.of("subject", draft.subject, "base", draft.baseHash, "title", draft.title));
        return draft;
    }

    /** Not what was only submitted: it would come in force past those who refused it. */
    private void requirePublished(PackDraft draft, Optional<String> restored) {
        if (!publications.isPublished(draft.subject, draft.baseHash)) {
            throw ProblemType.INVALID.because("The base must be the hash of what is, was or will be in force.");
        }
        if (restored.filter(hash -> !publications.wasInForce(draft.subject, hash, clock.instant()))
                .isPresent()) {
            throw ProblemType.INVALID.because("The restores must be the hash of what is or was in force.");
        }
    }

    private Subject subject(Beginning with, Optional<PackDraft> copied) {
        Set<Subject> named = new TreeSet<>();
        with.subject().ifPresent(named::add);
        with.base().map(packs::subject).ifPresent(named::add);
        with.restored().map(packs::subject).ifPresent(named::add);
        copied.ifPresent(draft -> named.add(draft.subject));
        if (named.size() > 1) {
            throw ProblemType.INVALID.because("A draft must be of one subject; what it is to begin with is of "
                    + named.stream().map(Subject::words).collect(Collectors.joining(" and of ")) + ".");
        }
        return named.isEmpty() ? Subject.RULES : named.iterator().next();
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
            write(draft, changed);
        } catch (PackException e) {
            throw PackProblems.invalid(e.problems());
        }
        drafts.flush();
        drafts.author(draft, actor);
        audit.record(actor, "edited", noted(draft), Map.of("what", what));
        return draft;
    }

    private void write(PackDraft draft, PackFiles files) {
        Problems problems = new Problems();
        files.check(draft.subject.layout(), problems);
        if (!problems.isEmpty()) {
            throw PackProblems.invalid(problems.list());
        }
        draft.files = packs.text(limited(files));
        String logic = files.texts().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .map(file -> file.getValue().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        draft.content = CanonicalTexts.sha256(draft.subject + "\n" + logic, files.texts());
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
