package io.redoubt.questionnaire;

import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.ForeignRow;
import io.redoubt.questionnaire.form.SheetMapping;
import io.redoubt.questionnaire.sheets.ForeignReader;
import io.redoubt.shared.Violation;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes answers from somebody else's sheet. */
@Path("/api/v1/questionnaires/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class SheetImportResource {
    private final Questionnaires questionnaires;
    private final StoredMappings mappings;
    private final Forms forms;
    private final ImportSheet importSheet;
    private final Idempotency idempotency;
    private final Actor actor;

    SheetImportResource(
            Questionnaires questionnaires,
            StoredMappings mappings,
            Forms forms,
            ImportSheet importSheet,
            Idempotency idempotency,
            Actor actor) {
        this.questionnaires = questionnaires;
        this.mappings = mappings;
        this.forms = forms;
        this.importSheet = importSheet;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** What became of each row. */
    record Imported(boolean dryRun, long taken, long refused, List<ImportSheet.RowResult> rows) {}

    @POST
    @Path("/imports")
    @Consumes({"text/csv", WorkbookResource.XLSX})
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING})
    @Operation(
            summary = "Takes answers from a sheet by a saved mapping",
            description = "Each row is taken or told why not. A dry run changes nothing and tells the same; without it"
                    + " If-Match names the version of the questionnaire.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Imported.class)))
    public Response run(
            @PathParam("id") UUID id,
            @QueryParam("mapping") @Nullable UUID mapping,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte[] content) {
        if (mapping == null) {
            throw ProblemType.MALFORMED.because("The parameter mapping must name a saved mapping.");
        }
        String request = "POST import " + id + " " + mapping + " " + dryRun + " " + Arrays.hashCode(content);
        return idempotency.once(dryRun ? null : key, request, () -> {
            Questionnaire questionnaire = questionnaires.locked(id, State.OPEN);
            if (!dryRun) {
                Versions.check(ifMatch, questionnaire.version);
            }
            StoredMapping stored = mappings.required(mapping);
            if (!stored.templateId.equals(questionnaire.templateId)) {
                throw ProblemType.INVALID.because("The mapping must be one of the template (" + questionnaire.templateId
                        + "); it is one of " + stored.templateId + ".");
            }
            SheetMapping read = forms.read(stored.body, SheetMapping.class);
            List<ImportSheet.RowResult> rows = importSheet.run(
                    new ImportSheet.Sheet(id, ifMatch, dryRun, read, rows(content, type, read)), actor.name());
            questionnaires.flush();
            return Response.ok(new Imported(
                            dryRun,
                            count(rows, ImportSheet.Outcome.TAKEN),
                            count(rows, ImportSheet.Outcome.REFUSED),
                            rows))
                    .header("ETag", Versions.tag(questionnaire.version))
                    .build();
        });
    }

    private static long count(List<ImportSheet.RowResult> rows, ImportSheet.Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    private static List<ForeignRow> rows(byte[] content, String type, SheetMapping mapping) {
        Problems problems = new Problems();
        List<ForeignRow> rows = type.startsWith("text/csv")
                ? ForeignReader.csv(content, "import.csv", mapping, problems)
                : ForeignReader.workbook(content, "import.xlsx", mapping, problems);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.because(problems.list().stream()
                    .map(problem -> new Violation(problem.place().toString(), problem.message()))
                    .toList());
        }
        return rows;
    }
}
