package io.redoubt.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The kept questionnaires. */
@ApplicationScoped
class Questionnaires implements PanacheRepositoryBase<Questionnaire, UUID> {
    /** Those of a supplier by id, page by page. */
    List<Questionnaire> of(String supplier, String after, int limit) {
        return find("supplierId = ?1 and cast(id as string) > ?2 order by cast(id as string)", supplier, after)
                .page(0, limit)
                .list();
    }

    Questionnaire required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    /** One that nobody else changes until this transaction ends, in one of these states. */
    Questionnaire locked(UUID id, State... states) {
        Questionnaire found =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
        if (!Arrays.asList(states).contains(found.state)) {
            throw ProblemType.CONFLICT.because("The questionnaire must be "
                    + Arrays.stream(states).map(Questionnaires::word).collect(Collectors.joining(" or "))
                    + "; it is " + word(found.state) + ".");
        }
        return found;
    }

    /** Raises the version: something below it changed. */
    void touch(Questionnaire questionnaire) {
        getEntityManager().lock(questionnaire, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static RuntimeException missing(UUID id) {
        return ProblemType.NOT_FOUND.because("There is no questionnaire (" + id + ").");
    }
}
