package io.redoubt.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.questionnaire.form.Given;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The kept responses. */
@ApplicationScoped
class Responses implements PanacheRepositoryBase<Response, UUID> {
    private final Forms forms;

    Responses(Forms forms) {
        this.forms = forms;
    }

    List<Response> of(UUID questionnaire) {
        return list("questionnaireId = ?1 order by question", questionnaire);
    }

    Optional<Response> to(UUID questionnaire, String question) {
        return find("questionnaireId = ?1 and question = ?2", questionnaire, question)
                .firstResultOptional();
    }

    /** What was answered, by question. */
    Map<String, Given> given(UUID questionnaire) {
        Map<String, Given> given = new LinkedHashMap<>();
        of(questionnaire).forEach(response -> given.put(response.question, forms.given(response)));
        return given;
    }

    /** Everybody who wrote a part of a response. */
    List<String> authors(Response response) {
        List<?> found = getEntityManager()
                .createNativeQuery("select author from questionnaire_author where response_id = :id")
                .setParameter("id", response.id)
                .getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    /** The latest accepted response to a question for a site, in any questionnaire. */
    Optional<Response> acceptedAt(String supplier, String site, String question) {
        return find(
                        "review = ?1 and question = ?2 and questionnaireId in (select q.id from Questionnaire q where"
                                + " q.supplierId = ?3 and q.siteId = ?4) order by reviewedAt desc",
                        Review.ACCEPTED,
                        question,
                        supplier,
                        site)
                .firstResultOptional();
    }

    /** What waits for a reviewer, in a fixed order. */
    List<Response> pending(String after, int limit) {
        return find(
                        "review = ?1 and cast(id as string) > ?2 and questionnaireId in (select q.id from Questionnaire q"
                                + " where q.state = ?3) order by cast(id as string)",
                        Review.PENDING,
                        after,
                        State.SUBMITTED)
                .page(0, limit)
                .list();
    }

    long countPending() {
        return count(
                "review = ?1 and questionnaireId in (select q.id from Questionnaire q where q.state = ?2)",
                Review.PENDING,
                State.SUBMITTED);
    }
}
