package io.redoubt.questionnaire;

import io.redoubt.questionnaire.Delegations.Delegation;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as people see it in a list.
 *
 * @param why this tier
 * @param asked questions that are shown beside the answers so far
 * @param answered how many of them have an answer
 * @param accepted how many of those were accepted
 * @param note why it was opened again or withdrawn
 */
record QuestionnaireView(
        UUID id,
        String supplier,
        @Nullable String site,
        @Nullable String engagement,
        String template,
        String templateVersion,
        String title,
        String tier,
        String why,
        State state,
        LocalDate dueOn,
        int asked,
        long answered,
        long accepted,
        List<Delegation> delegations,
        String assignedBy,
        Instant assignedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String note,
        long version) {

    static QuestionnaireView of(
            Questionnaire kept, Form form, Map<String, Given> answers, List<Response> responses, List<Delegation> to) {
        List<String> shown = form.shown(answers).stream().map(FormQuestion::id).toList();
        return new QuestionnaireView(
                kept.id,
                kept.supplierId,
                kept.siteId,
                kept.engagementId,
                kept.templateId,
                kept.templateVersion,
                form.title(),
                kept.tier,
                form.why(),
                kept.state,
                kept.dueOn,
                shown.size(),
                shown.stream().filter(answers::containsKey).count(),
                responses.stream()
                        .filter(response -> response.review == Review.ACCEPTED && shown.contains(response.question))
                        .count(),
                to,
                kept.createdBy,
                kept.createdAt,
                kept.submittedBy,
                kept.submittedAt,
                kept.note,
                kept.version);
    }
}
