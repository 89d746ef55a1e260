package io.redoubt.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The kept drafts. */
@ApplicationScoped
class PackDrafts implements PanacheRepositoryBase<PackDraft, UUID> {
    /** The latest first. */
    List<PackDraft> latest(String after, int limit) {
        return after.isEmpty()
                ? find("order by createdAt desc, id").page(0, limit).list()
                : find(
                                "createdAt < (select d.createdAt from PackDraft d where d.id = ?1) order by createdAt"
                                        + " desc, id",
                                id(after))
                        .page(0, limit)
                        .list();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED.because("The cursor must be one that a page has answered.");
        }
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

    private static RuntimeException missing(UUID id) {
        return ProblemType.NOT_FOUND.because("There is no draft (" + id + ").");
    }
}
