package io.redoubt.questionnaire;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.web.Cursor;
import io.redoubt.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits to be looked at. */
@Path("/api/v1/review-queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class ReviewQueueResource {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Forms forms;
    private final Actor actor;

    ReviewQueueResource(Questionnaires questionnaires, Responses responses, Forms forms, Actor actor) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.forms = forms;
        this.actor = actor;
    }

    /**
     * An answer that waits.
     *
     * @param needed verification level that the claim should reach
     * @param mayReview whether who asks neither wrote nor submitted it
     */
    record Waiting(
            UUID id,
            UUID questionnaire,
            String supplier,
            @Nullable String site,
            LocalDate dueOn,
            String question,
            String text,
            Given given,
            @Nullable String needed,
            String answeredBy,
            boolean mayReview,
            long version) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "Answers that wait for a reviewer")
    @Transactional
    public Page<Waiting> queue(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                responses.pending(Cursor.read(cursor), size + 1),
                size,
                this::waiting,
                waiting -> waiting.id().toString(),
                responses.countPending());
    }

    private Waiting waiting(Response response) {
        Questionnaire questionnaire = questionnaires.required(response.questionnaireId);
        Form form = forms.form(questionnaire);
        FormQuestion question = form.question(response.question).orElseThrow();
        return new Waiting(
                response.id,
                questionnaire.id,
                questionnaire.supplierId,
                questionnaire.siteId,
                questionnaire.dueOn,
                question.id(),
                question.text(),
                forms.given(response),
                question.evidence().orElse(null),
                response.answeredBy,
                !actor.name().equals(questionnaire.submittedBy)
                        && !responses.authors(response).contains(actor.name()),
                response.version);
    }
}
