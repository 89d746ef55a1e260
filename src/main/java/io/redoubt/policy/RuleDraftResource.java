package io.redoubt.policy;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
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
    private final DraftTables tables;
    private final EditDraft editDraft;
    private final Actor actor;

    RuleDraftResource(PackDrafts drafts, StoredPacks packs, DraftTables tables, EditDraft editDraft, Actor actor) {
        this.drafts = drafts;
        this.packs = packs;
        this.tables = tables;
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
            @PathParam("id") UUID id,
            @PathParam("table") String table,
            @PathParam("rule") String rule,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Map<String, String> sent) {
        Map<String, String> cells = Sent.present(sent);
        if (cells.values().stream().anyMatch(cell -> cell == null)) {
            throw ProblemType.INVALID.because("The cells must be texts.\nMaybe empty a cell with \"\".");
        }
        return change(id, ifMatch, table + " " + rule, edit -> edit.row("tables/" + table + ".csv", rule, cells));
    }

    @GET
    @Path("/{id}/tables/{table}.xlsx")
    @Produces(WORKBOOK)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "A table as a workbook, with drop-downs and a sheet of notes")
    @Transactional
    public Response workbook(@PathParam("id") UUID id, @PathParam("table") String table) {
        PackDraft draft = EditDraft.requireRules(drafts.required(id));
        return Response.ok(tables.workbook(packs.parse(draft.files), table))
                .header("Content-Disposition", "attachment; filename=\"" + table.replaceAll("[^\\w-]", "_") + ".xlsx\"")
                .tag(Draft.tag(draft.version))
                .build();
    }

    @PUT
    @Path("/{id}/tables/{table}.xlsx")
    @Consumes(WORKBOOK)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Takes back a table that was edited as a workbook")
    @Transactional
    public Response takeBack(
            @PathParam("id") UUID id,
            @PathParam("table") String table,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] workbook) {
        return change(
                id,
                ifMatch,
                table + ".xlsx",
                edit -> edit.text(DraftTables.path(table), tables.text(edit.files(), table, workbook)));
    }

    @GET
    @Path("/{id}/tables/{table}.csv")
    @Produces(CSV)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "A table as it is written")
    @Transactional
    public Response table(@PathParam("id") UUID id, @PathParam("table") String table) {
        PackDraft draft = EditDraft.requireRules(drafts.required(id));
        return Response.ok(DraftTables.required(packs.parse(draft.files), table))
                .tag(Draft.tag(draft.version))
                .build();
    }

    @PUT
    @Path("/{id}/tables/{table}.csv")
    @Consumes(CSV)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes a table")
    @Transactional
    public Response write(
            @PathParam("id") UUID id,
            @PathParam("table") String table,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] content) {
        return change(id, ifMatch, table + ".csv", edit -> edit.content(DraftTables.path(table), content));
    }

    @PUT
    @Path("/{id}/citations/{citation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes a source: title, section, publisher, date, retrieved; one that is not there is added")
    @Transactional
    public Response citation(
            @PathParam("id") UUID id,
            @PathParam("citation") String citation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Map<String, String> sent) {
        Map<String, String> fields = Sent.present(sent);
        fields.forEach((name, value) -> Sent.text(value, name));
        return change(id, ifMatch, "citation " + citation, edit -> edit.citation(citation, fields));
    }

    @POST
    @Path("/{id}/rules/{rule}/deprecate")
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Takes a rule out of force; it stays in the pack, since past outcomes name it")
    @Transactional
    public Response deprecate(
            @PathParam("id") UUID id,
            @PathParam("rule") String rule,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return change(id, ifMatch, "deprecate " + rule, edit -> edit.deprecated(rule));
    }

    @PUT
    @Path("/{id}/scenarios/{scenario: .+}")
    @Consumes({MediaType.TEXT_PLAIN, "application/yaml"})
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes worked examples: facts, and which rules must and must not fire on them")
    @Transactional
    public Response scenario(
            @PathParam("id") UUID id,
            @PathParam("scenario") String scenario,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] content) {
        return change(
                id, ifMatch, "scenario " + scenario, edit -> edit.content("scenarios/" + scenario + ".yaml", content));
    }

    @PUT
    @Path("/{id}/parameters/{parameter}/values/{from}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Gives a parameter a value from a day on")
    @Transactional
    public Response value(
            @PathParam("id") UUID id,
            @PathParam("parameter") String parameter,
            @PathParam("from") LocalDate from,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DatedValue sent) {
        DatedValue body = Sent.present(sent);
        String value = Sent.text(body.value(), "value");
        String citation = Sent.text(body.citation(), "citation");
        return change(id, ifMatch, "$" + parameter, edit -> edit.parameter(parameter, from, value, citation));
    }

    private Response change(UUID id, @Nullable String ifMatch, String what, EditDraft.Change change) {
        PackDraft draft = editDraft.changeRules(id, ifMatch, actor.name(), what, change);
        return Draft.of(draft, drafts.authors(id)).answer();
    }
}
