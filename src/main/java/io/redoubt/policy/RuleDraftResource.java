package io.redoubt.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.web.Sent;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single rules and parameters of a draft; data has none, and is written as whole files. */
@Path("/api/v1/pack-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule packs")
class RuleDraftResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String CSV = "text/csv";

    private final PackDrafts drafts;
    private final StoredPacks packs;
    private final ActiveMethodology methodology;
    private final DraftProcess draftProcess;
    private final EditDraft editDraft;
    private final Actor actor;

    RuleDraftResource(
            PackDrafts drafts,
            StoredPacks packs,
            ActiveMethodology methodology,
            DraftProcess draftProcess,
            EditDraft editDraft,
            Actor actor) {
        this.drafts = drafts;
        this.packs = packs;
        this.methodology = methodology;
        this.draftProcess = draftProcess;
        this.editDraft = editDraft;
        this.actor = actor;
    }

    /** A value of a parameter from a day on. */
    record DatedValue(@Nullable String value, @Nullable String citation) {}

    @PATCH
    @Path("/{id}/tables/{table}/rows/{rule}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Changes cells of a row, by column; a row that is not there is added")
    @Transactional
    public Response row(
            @BeanParam SeenDraft seen,
            @PathParam("table") String table,
            @PathParam("rule") String rule,
            @Nullable Map<String, String> sent) {
        Map<String, String> cells = Sent.present(sent);
        if (cells.values().stream().anyMatch(cell -> cell == null)) {
            throw ProblemType.INVALID.because("The cells must be texts.\nMaybe empty a cell with \"\".");
        }
        return change(seen, table + " " + rule, edit -> edit.row("tables/" + table + ".csv", rule, cells));
    }

    @GET
    @Path("/{id}/tables/{table}.xlsx")
    @Produces(WORKBOOK)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "A table as a workbook, with drop-downs and a sheet of notes")
    public Response workbook(@PathParam("id") UUID id, @PathParam("table") String table) {
        PackDraft draft = seen(id);
        TableWorker.Answer turned = turned(draft, table, null);
        return Response.ok(Base64.getDecoder().decode(turned.workbook()))
                .header("Content-Disposition", "attachment; filename=\"" + table.replaceAll("[^\\w-]", "_") + ".xlsx\"")
                .tag(Draft.tag(draft.version))
                .build();
    }

    @PUT
    @Path("/{id}/tables/{table}.xlsx")
    @Consumes(WORKBOOK)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Takes back a table that was edited as a workbook")
    public Response takeBack(@BeanParam SeenDraft seen, @PathParam("table") String table, byte[] workbook) {
        PackDraft draft = seen(seen.id());
        Versions.check(seen.ifMatch(), draft.version);
        String text = turned(draft, table, Base64.getEncoder().encodeToString(workbook))
                .text();
        return QuarkusTransaction.requiringNew()
                .call(() -> change(seen, table + ".xlsx", edit -> edit.text(TableWorker.path(table), text)));
    }

    private PackDraft seen(UUID id) {
        return EditDraft.requireRules(QuarkusTransaction.requiringNew().call(() -> drafts.required(id)));
    }

    /** Turns a table without a connection of the database in hand. */
    private TableWorker.Answer turned(PackDraft draft, String table, @Nullable String workbook) {
        PackFiles files = packs.parse(draft.files);
        required(files, table);
        TableWorker.Answer turned = draftProcess.table(
                new TableWorker.Request(files, methodology.get().allFiles(), table, workbook));
        if (!turned.problems().isEmpty()) {
            throw PackProblems.invalid(turned.problems());
        }
        return turned;
    }

    private static String required(PackFiles files, String table) {
        return Optional.ofNullable(files.texts().get(TableWorker.path(table)))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(
                        "There is no table (" + Problems.shown(table) + ") in the pack."));
    }

    @GET
    @Path("/{id}/tables/{table}.csv")
    @Produces(CSV)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "A table as it is written")
    @Transactional
    public Response table(@PathParam("id") UUID id, @PathParam("table") String table) {
        PackDraft draft = EditDraft.requireRules(drafts.required(id));
        return Response.ok(required(packs.parse(draft.files), table))
                .tag(Draft.tag(draft.version))
                .build();
    }

    @PUT
    @Path("/{id}/tables/{table}.csv")
    @Consumes(CSV)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes a table")
    @Transactional
    public Response write(@BeanParam SeenDraft seen, @PathParam("table") String table, byte[] content) {
        return change(seen, table + ".csv", edit -> edit.content(TableWorker.path(table), content));
    }

    @PUT
    @Path("/{id}/citations/{citation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes a source: title, section, publisher, date, retrieved; one that is not there is added")
    @Transactional
    public Response citation(
            @BeanParam SeenDraft seen, @PathParam("citation") String citation, @Nullable Map<String, String> sent) {
        Map<String, String> fields = Sent.present(sent);
        fields.forEach((name, value) -> Sent.text(value, name));
        return change(seen, "citation " + citation, edit -> edit.citation(citation, fields));
    }

    @POST
    @Path("/{id}/rules/{rule}/deprecate")
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Takes a rule out of force; it stays in the pack, since past outcomes name it")
    @Transactional
    public Response deprecate(@BeanParam SeenDraft seen, @PathParam("rule") String rule) {
        return change(seen, "deprecate " + rule, edit -> edit.deprecated(rule));
    }

    @PUT
    @Path("/{id}/scenarios/{scenario: .+}")
    @Consumes({MediaType.TEXT_PLAIN, "application/yaml"})
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes worked examples: facts, and which rules must and must not fire on them")
    @Transactional
    public Response scenario(@BeanParam SeenDraft seen, @PathParam("scenario") String scenario, byte[] content) {
        return change(seen, "scenario " + scenario, edit -> edit.content("scenarios/" + scenario + ".yaml", content));
    }

    @PUT
    @Path("/{id}/parameters/{parameter}/values/{from}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Gives a parameter a value from a day on")
    @Transactional
    public Response value(
            @BeanParam SeenDraft seen,
            @PathParam("parameter") String parameter,
            @PathParam("from") LocalDate from,
            @Nullable DatedValue sent) {
        DatedValue body = Sent.present(sent);
        String value = Sent.text(body.value(), "value");
        String citation = Sent.text(body.citation(), "citation");
        return change(seen, "$" + parameter, edit -> edit.parameter(parameter, from, value, citation));
    }

    private Response change(SeenDraft seen, String what, EditDraft.Change change) {
        PackDraft draft = editDraft.changeRules(seen.id(), seen.ifMatch(), actor.name(), what, change);
        return Draft.of(draft, drafts.authors(draft.id)).answer();
    }
}
