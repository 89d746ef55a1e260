package io.redoubt.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.audit.AuditTrail;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.PackException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes a draft from its author to the day on which it is in force: submitted with the hash of what was checked, approved
 * by somebody who wrote nothing of it, published with notice, or at once and for a time where it can't wait.
 */
@ApplicationScoped
class PublishRulePack {
    static final int LONGEST_AHEAD = 10;

    /** So long an emergency is in force unless it is ratified. */
    static final Duration EMERGENCY = Duration.ofDays(3);

    private final PackDrafts drafts;
    private final PackPublications publications;
    private final StoredPacks packs;
    private final DraftProcess draftProcess;
    private final ActiveMethodology methodology;
    private final AuditTrail audit;
    private final Clock clock;
    private final int noticeDays;

    PublishRulePack(
            PackDrafts drafts,
            PackPublications publications,
            StoredPacks packs,
            DraftProcess draftProcess,
            ActiveMethodology methodology,
            AuditTrail audit,
            Clock clock,
            @ConfigProperty(name = "redoubt.policy.notice-days") int noticeDays) {
        this.drafts = drafts;
        this.publications = publications;
        this.packs = packs;
        this.draftProcess = draftProcess;
        this.methodology = methodology;
        this.audit = audit;
        this.clock = clock;
        this.noticeDays = noticeDays;
    }

    /** Everything that is told of a draft before it is published. */
    CheckedPack check(PackDraft draft) {
        SortedMap<Subject, String> base = methodology.get().hashes();
        base.put(draft.subject, draft.baseHash);
        return draftProcess.check(new CheckWorker.Request(
                Map.of(draft.subject, packs.parse(draft.files)),
                methodology.files(base),
                draft.restores,
                PackPublications.day(clock.instant()).toString()));
    }

    /** What a version of a draft came to. */
    record Checked(long version, CheckedPack pack) {}

    /** Checks a draft that can be submitted, without a connection of the database in hand; nothing where it can't be. */
    Optional<Checked> beforeSubmission(UUID id) {
        PackDraft draft = QuarkusTransaction.requiringNew().call(() -> drafts.required(id));
        return draft.state == DraftState.DRAFT
                ? Optional.of(new Checked(draft.version, check(draft)))
                : Optional.empty();
    }

    /** Hands a draft to those who approve; from here on it is its hash that counts. */
    @Transactional
    PackDraft submit(UUID id, Optional<Checked> checked, String actor) {
        PackDraft draft = drafts.locked(id, DraftState.DRAFT);
        CheckedPack check = checked.filter(seen -> seen.version() == draft.version)
                .orElseThrow(() -> ProblemType.CONFLICT.because(
                        "The draft was changed while it was checked.\nMaybe submit it again."))
                .pack();
        if (!check.ready()) {
            throw PackProblems.invalid(check.problems());
        }
        if (check.hash().equals(draft.baseHash) && methodology.problem().isEmpty()) {
            throw ProblemType.CONFLICT.because(
                    "The draft must differ from the " + draft.subject.words() + " that it began with.");
        }
        packs.store(draft.subject, check.hash(), check.id(), check.version(), packs.parse(draft.files));
        draft.hash = check.hash();
        draft.state = DraftState.SUBMITTED;
        draft.turnedDown = null;
        draft.submittedBy = actor;
        draft.submittedAt = clock.instant();
        note(actor, "submitted", draft, Map.of("subject", draft.subject, "hash", String.valueOf(draft.hash)));
        return draft;
    }

    /** @param hash of what the approver has read */
    @Transactional
    PackDraft approve(UUID id, String hash, String actor) {
        PackDraft draft = drafts.locked(id, DraftState.SUBMITTED);
        requireHash(draft, hash);
        if (drafts.authors(id).contains(actor)
                || actor.equals(draft.submittedBy)
                || (!draft.restores && drafts.authorsOfSame(id).contains(actor))) {
            throw ProblemType.FORBIDDEN.because("A draft must be approved by somebody who wrote nothing of it.");
        }
        draft.state = DraftState.APPROVED;
        draft.approvedBy = actor;
        draft.approvedAt = clock.instant();
        note(actor, "approved", draft, Map.of("subject", draft.subject, "hash", hash));
        return draft;
    }

    private static void requireHash(PackDraft draft, String hash) {
        if (!hash.equals(draft.hash)) {
            throw ProblemType.CONFLICT.because("The hash (" + hash + ") must be that of what was submitted ("
                    + draft.hash + ").\nMaybe read it again.");
        }
    }

    /** Gives a draft back to its authors, or ends it. */
    @Transactional
    PackDraft turnDown(UUID id, boolean forGood, String reason, String actor) {
        PackDraft draft = forGood
                ? drafts.locked(id, DraftState.DRAFT, DraftState.SUBMITTED, DraftState.APPROVED)
                : drafts.locked(id, DraftState.SUBMITTED, DraftState.APPROVED);
        draft.reopen();
        draft.turnedDown = reason;
        if (forGood) {
            draft.state = DraftState.WITHDRAWN;
        }
        note(actor, forGood ? "withdrawn" : "returned", draft, Map.of("reason", reason));
        return draft;
    }

    /** @param from first day it is in force; not before the notice is over */
    @Transactional
    PackPublication publish(UUID id, LocalDate from, String actor) {
        Instant now = clock.instant();
        LocalDate earliest = PackPublications.day(now).plusDays(noticeDays);
        if (from.isAfter(earliest.plusYears(LONGEST_AHEAD))) {
            throw ProblemType.INVALID.because("The day (" + from + ") must lie within " + LONGEST_AHEAD + " years.");
        }
        if (from.isBefore(earliest)) {
            throw ProblemType.INVALID.because("The day (" + from + ") must not lie before " + earliest
                    + ", since a change is announced " + noticeDays
                    + " days ahead.\nMaybe publish it as an emergency, which ends by itself unless it is ratified.");
        }
        return publish(id, PublicationKind.PLANNED, from, actor);
    }

    /** In force at once, for three days unless ratified. */
    @Transactional
    PackPublication publishAtOnce(UUID id, String actor) {
        return publish(id, PublicationKind.EMERGENCY, PackPublications.day(clock.instant()), actor);
    }

    /** What was put in force or announced since the draft began would go with it, and nobody has looked at that. */
    private void requireBase(PackDraft draft, LocalDate from) {
        String replaced = publications.expected(from, clock.instant()).get(draft.subject);
        boolean mends = methodology.problem().isPresent() && draft.baseHash.equals(methodology.hash(draft.subject));
        if (!draft.baseHash.equals(replaced) && !mends) {
            throw ProblemType.CONFLICT.because("The draft must begin with what is in force on " + from
                    + " without it (" + replaced + "); it began with " + draft.baseHash
                    + ".\nMaybe begin another one with that base from this draft, and compare.");
        }
        if (replaced != null && replaced.equals(draft.hash)) {
            throw ProblemType.CONFLICT.because(
                    "The draft must differ from what is in force on " + from + " without it.");
        }
    }

    private PackPublication publish(UUID id, PublicationKind kind, LocalDate from, String actor) {
        PackDraft draft = drafts.locked(id, DraftState.APPROVED);
        publications.lock();
        requireBase(draft, from);
        String hash = String.valueOf(draft.hash);
        requireBuildable(draft.subject, hash, from, kind);
        PackPublication publication = new PackPublication();
        publication.subject = draft.subject;
        publication.hash = hash;
        publication.packId = methodology.get().edition(draft.subject).name();
        publication.draftId = id;
        publication.kind = kind;
        publication.effectiveFrom = from;
        publication.publishedBy = actor;
        publication.publishedAt = clock.instant();
        publication.endsAt = kind == PublicationKind.EMERGENCY ? clock.instant().plus(EMERGENCY) : null;
        publications.persist(publication);
        draft.state = DraftState.PUBLISHED;
        note(actor, "published", draft, Map.of("subject", draft.subject, "hash", hash, "kind", kind, "from", from));
        return publication;
    }

    /**
     * Beside everything that is announced, for it is in force together with that, and whether emergencies are ratified or
     * end.
     */
    private void requireBuildable(Subject subject, String hash, LocalDate from, PublicationKind kind) {
        Instant now = clock.instant();
        NavigableSet<Instant> moments = new TreeSet<>(Set.of(begin(from)));
        NavigableSet<Instant> replaced = new TreeSet<>();
        for (PackPublication later : publications.scheduled(now)) {
            if (later.effectiveFrom.isAfter(from)) {
                (later.subject == subject ? replaced : moments).add(begin(later.effectiveFrom));
            }
        }
        publications.running(now).stream()
                .map(emergency -> Objects.requireNonNull(emergency.endsAt))
                .filter(end -> end.isAfter(begin(from)))
                .forEach(moments::add);
        try {
            for (Instant moment : replaced.isEmpty() ? moments : moments.headSet(replaced.first(), false)) {
                LocalDate day = PackPublications.day(moment);
                build(publications.inForce(day, now), subject, hash, day, kind);
                build(publications.inForce(day, moment.isAfter(now) ? moment : now), subject, hash, day, kind);
            }
        } catch (PackException e) {
            throw PackProblems.invalid(e.problems());
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void build(
            SortedMap<Subject, String> others, Subject subject, String hash, LocalDate day, PublicationKind kind)
            throws PackException {
        Methodology active = methodology.get();
        others.put(subject, hash);
        Methodology whole = active.with(packs.files(others));
        whole.require(others);
        whole.rater(day);
        boolean ends = kind == PublicationKind.EMERGENCY && subject == Subject.FACTORS;
        if (ends
                && !active.jurisdictions()
                        .countries()
                        .keySet()
                        .containsAll(whole.jurisdictions().countries().keySet())) {
            throw ProblemType.INVALID.because(
                    "An emergency must add no country: suppliers may have sites there when it ends.");
        }
    }

    /** Lets an emergency stand: by somebody other than who published it, before it has ended. */
    @Transactional
    PackPublication ratify(long id, String actor) {
        publications.lock();
        PackPublication publication = publications
                .findByIdOptional(id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no publication (" + id + ")."));
        Instant now = clock.instant();
        if (publication.endsAt == null || publication.ratifiedBy != null || !publication.endsAt.isAfter(now)) {
            throw ProblemType.CONFLICT.because("Only an emergency that has not ended can be ratified, and once.");
        }
        PackDraft draft = drafts.required(Objects.requireNonNull(publication.draftId));
        if (actor.equals(publication.publishedBy)
                || actor.equals(draft.submittedBy)
                || drafts.authors(draft.id).contains(actor)
                || (!draft.restores && drafts.authorsOfSame(draft.id).contains(actor))) {
            throw ProblemType.FORBIDDEN.because(
                    "An emergency must be ratified by somebody who neither wrote nor published it.");
        }
        publication.ratifiedBy = actor;
        publication.ratifiedAt = now;
        audit.record(
                actor,
                "ratified",
                new AuditTrail.Subject("pack-publication", Long.toString(id)),
                Map.of("subject", publication.subject, "hash", publication.hash));
        return publication;
    }

    private void note(String actor, String action, PackDraft draft, Map<String, ?> detail) {
        drafts.flush();
        audit.record(actor, action, EditDraft.noted(draft), detail);
    }
}
