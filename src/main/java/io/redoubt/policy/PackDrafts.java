package io.redoubt.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The kept drafts. */
@ApplicationScoped
class PackDrafts implements PanacheRepositoryBase<PackDraft, UUID> {
    /** The latest first; without their texts, which are far longer than all that is told of them. */
    List<Draft> latest(Optional<UUID> after, int limit) {
        TypedQuery<Tuple> query = getEntityManager()
                .createQuery(
                        "select id as id, subject as subject, title as title, state as state, baseHash as base, hash as"
                                + " hash, createdAt as createdAt, submittedBy as submittedBy, approvedBy as approvedBy,"
                                + " turnedDown as turnedDown, version as version from PackDraft"
                                + (after.isEmpty()
                                        ? ""
                                        : " where createdAt < (select d.createdAt from PackDraft d where d.id = :after)")
                                + " order by createdAt desc, id",
                        Tuple.class)
                .setMaxResults(limit);
        after.ifPresent(last -> query.setParameter("after", last));
        return query.getResultList().stream()
                .map(row -> Draft.of(row, authors(row.get("id", UUID.class))))
                .toList();
    }

    PackDraft required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    /** A draft that nobody else changes until this transaction ends. */
    PackDraft locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
    }

    /** A locked draft that is in one of these states. */
    PackDraft locked(UUID id, DraftState... states) {
        PackDraft draft = locked(id);
        if (!Arrays.asList(states).contains(draft.state)) {
            throw ProblemType.CONFLICT.because("The draft must be "
                    + Arrays.stream(states).map(PackDrafts::word).collect(Collectors.joining(" or ")) + "; it is "
                    + word(draft.state) + ".");
        }
        return draft;
    }

    static String word(DraftState state) {
        return switch (state) {
            case DRAFT -> "open for edits";
            case SUBMITTED, APPROVED, PUBLISHED, WITHDRAWN -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Notes who wrote a part of it. */
    void author(PackDraft draft, String person) {
        getEntityManager()
                .createNativeQuery("insert into pack_author values (:draft, :person) on conflict do nothing")
                .setParameter("draft", draft.id)
                .setParameter("person", person)
                .executeUpdate();
    }

    List<String> authors(UUID draft) {
        List<?> found = getEntityManager()
                .createNativeQuery("select author from pack_author where draft_id = :draft order by author")
                .setParameter("draft", draft)
                .getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    /** Everybody who wrote a part of any draft that says the same: a copy is still theirs. */
    List<String> authorsOfSame(UUID draft) {
        List<?> found = getEntityManager()
                .createNativeQuery("select author from pack_author join pack_draft copy on copy.id = draft_id"
                        + " join pack_draft asked on asked.content = copy.content or asked.hash = copy.hash where asked.id ="
                        + " :draft")
                .setParameter("draft", draft)
                .getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    private static RuntimeException missing(UUID id) {
        return ProblemType.NOT_FOUND.because("There is no draft (" + id + ").");
    }
}
