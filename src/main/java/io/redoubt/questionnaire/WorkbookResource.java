package io.redoubt.questionnaire;

import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.AnswerQuestions.Entry;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.questionnaire.sheets.ResponseReader;
import io.redoubt.questionnaire.sheets.ResponseWriter;
import io.redoubt.shared.Violation;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A questionnaire as a spreadsheet. */
@Path("/api/v1/questionnaires/{id}")
@Tag(name = "Questionnaires")
class WorkbookResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FILE = "questionnaire.xlsx";

    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Forms forms;
    private final AnswerQuestions answerQuestions;
    private final QuestionnaireViews views;
    private final Actor actor;
    private final Clock clock;

    WorkbookResource(
            Questionnaires questionnaires,
            Responses responses,
            Forms forms,
            AnswerQuestions answerQuestions,
            QuestionnaireViews views,
            Actor actor,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.forms = forms;
        this.answerQuestions = answerQuestions;
        this.views = views;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Path("/workbook")
    @Produces(XLSX)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "The questions, the answers so far, and lists to choose from, as a workbook to fill in")
    @Transactional
    public Response download(@PathParam("id") UUID id) {
        Questionnaire questionnaire = questionnaires.required(id);
        return Response.ok(ResponseWriter.write(forms.form(questionnaire), responses.given(id)))
                .header("ETag", Versions.tag(questionnaire.version))
                .header("Content-Disposition", "attachment; filename=\"" + FILE + "\"")
                .build();
    }

    @PUT
    @Path("/workbook")
    @Consumes(XLSX)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING})
    @Operation(
            summary = "Takes a workbook back as if each answer had been given by itself",
            description =
                    "If-Match names the version of the questionnaire that came with the workbook. Where a cell can't be"
                            + " taken nothing is, and each such cell is told by file, row and column.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QuestionnaireView.class)))
    @Transactional
    public Response upload(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] content) {
        Versions.check(ifMatch, questionnaires.locked(id, State.OPEN).version);
        Problems problems = new Problems();
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        List<ResponseReader.RowAnswer> rows = ResponseReader.read(content, FILE, responses.given(id), today, problems);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.because(problems.list().stream()
                    .map(problem -> new Violation(problem.place().toString(), problem.message()))
                    .toList());
        }
        answerQuestions.answer(
                new AnswerQuestions.Sending(
                        id,
                        ifMatch,
                        AnswerQuestions.Way.TOGETHER,
                        rows.stream().map(WorkbookResource::entry).toList()),
                actor.name());
        return views.answer(questionnaires.required(id), Response.ok());
    }

    private static Entry entry(ResponseReader.RowAnswer row) {
        Given given = row.given();
        return new Entry(row.question(), given, part -> row.place(FILE, part).toString());
    }
}
