package io.redoubt.policy;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.files.PackDifference;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Versions of the rule pack in the making. */
@Path("/api/v1/pack-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule packs")
class PackDraftResource {
    private static final int LONGEST_TITLE = 200;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PackDrafts drafts;
    private final StoredPacks packs;
    private final DraftTables tables;
    private final EditDraft editDraft;
    private final PublishRulePack publishRulePack;
    private final Idempotency idempotency;
    private final Actor actor;

    PackDraftResource(
            PackDrafts drafts,
            StoredPacks packs,
            DraftTables tables,
            EditDraft editDraft,
            PublishRulePack publishRulePack,
            Idempotency idempotency,
            Actor actor) {
        this.drafts = drafts;
        this.packs = packs;
        this.tables = tables;
        this.editDraft = editDraft;
        this.publishRulePack = publishRulePack;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /**
     * What a draft begins with.
     *
     * @param title what the change is for
     * @param restores hash of a pack that is to be in force again
     * @param files texts by path; without them and without {@code restores} the pack in force
     */
    record NewDraft(
            @Nullable String title,
            @Nullable String restores,
            @Nullable SortedMap<String, String> files) {}

    /** A draft without its texts. */
    record Draft(
            UUID id,
            String title,
            DraftState state,
            String base,
            @Nullable String hash,
            List<String> authors,
            Instant createdAt,
            @Nullable String submittedBy,
            @Nullable String approvedBy,
            long version) {}

    /** The hash that was read, so that nothing else is approved. */
    record Approval(@Nullable String hash) {}

    /** Why a draft is given back or ended. */
    record TurnedDown(@Nullable String reason, boolean forGood) {}

    /** From when a pack is in force; with {@code emergency} at once, for 72 hours unless ratified. */
    record Publication(@Nullable LocalDate effectiveFrom, boolean emergency) {}

    /** A value of a parameter from a day on. */
    record DatedValue(@Nullable String value, @Nullable String citation) {}

    @GET
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "Lists drafts, the latest first")
    @Transactional
    public Page<Draft> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                drafts.latest(Cursor.read(cursor), size + 1),
                size,
                this::shown,
                draft -> draft.id().toString(),
                drafts.count());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Makes a draft of the pack in force, of one that was, or of the texts sent along")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewDraft sent) {
        NewDraft body = present(sent);
        String title = text(body.title(), "title");
        if (body.files() != null && body.files().containsValue(null)) {
            throw ProblemType.INVALID.because("The files must be texts.");
        }
        return idempotency.once(key, "POST pack-drafts " + body, () -> {
            PackDraft draft = editDraft.create(
                    title,
                    Optional.ofNullable(body.restores()),
                    Optional.ofNullable(body.files()).map(PackFiles::new),
                    actor.name());
            return Response.created(URI.create("/api/v1/pack-drafts/" + draft.id))
                    .tag(tag(draft))
                    .entity(shown(draft))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "A draft without its texts")
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        return answer(drafts.required(id));
    }

    @GET
    @Path("/{id}/files")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "The texts of a draft by path")
    @Transactional
    public Response files(@PathParam("id") UUID id) {
        PackDraft draft = drafts.required(id);
        return Response.ok(packs.parse(draft.files).texts()).tag(tag(draft)).build();
    }

    @PUT
    @Path("/{id}/files/{path: .+}")
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes a file of a draft")
    @Transactional
    public Response write(
            @PathParam("id") UUID id,
            @PathParam("path") String path,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            String text) {
        return change(id, ifMatch, path, edit -> edit.text(path, text));
    }

    @DELETE
    @Path("/{id}/files/{path: .+}")
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Takes a file out of a draft; rules must stay, so a table can't leave with them")
    @Transactional
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("path") String path,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return change(id, ifMatch, path, edit -> edit.without(path));
    }

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
        Map<String, String> cells = present(sent);
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
        PackDraft draft = drafts.required(id);
        return Response.ok(tables.workbook(packs.parse(draft.files), table))
                .header("Content-Disposition", "attachment; filename=\"" + table.replaceAll("[^\\w-]", "_") + ".xlsx\"")
                .tag(tag(draft))
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
        DatedValue body = present(sent);
        String value = text(body.value(), "value");
        String citation = text(body.citation(), "citation");
        return change(id, ifMatch, "$" + parameter, edit -> edit.parameter(parameter, from, value, citation));
    }

    @GET
    @Path("/{id}/difference")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "What a draft changes of the pack it began with, cell by cell")
    @Transactional
    public PackDifference difference(@PathParam("id") UUID id) {
        PackDraft draft = drafts.required(id);
        return PackDifference.between(packs.files(draft.baseHash), packs.parse(draft.files));
    }

    @POST
    @Path("/{id}/check")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "Reads a draft, looks at its rules and runs its scenarios")
    @Transactional
    public CheckedPack check(@PathParam("id") UUID id) {
        return publishRulePack.check(drafts.required(id));
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Hands a draft without mistakes to those who approve")
    @Transactional
    public Response submit(@PathParam("id") UUID id) {
        return answer(publishRulePack.submit(id, actor.name()));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL_APPROVER)
    @Operation(summary = "Approves what was submitted, by its hash; nobody approves what he wrote a part of")
    @Transactional
    public Response approve(@PathParam("id") UUID id, @Nullable Approval sent) {
        Approval body = present(sent);
        return answer(publishRulePack.approve(id, text(body.hash(), "hash"), actor.name()));
    }

    @POST
    @Path("/{id}/turn-down")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER})
    @Operation(summary = "Gives a draft back to its authors, or ends it")
    @Transactional
    public Response turnDown(@PathParam("id") UUID id, @Nullable TurnedDown sent) {
        TurnedDown body = present(sent);
        return answer(publishRulePack.turnDown(id, body.forGood(), text(body.reason(), "reason"), actor.name()));
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL_APPROVER)
    @Operation(summary = "Puts what was approved in force from a day on, or at once for 72 hours")
    @Transactional
    public PackResource.Published publish(@PathParam("id") UUID id, @Nullable Publication sent) {
        Publication body = present(sent);
        if (body.emergency()) {
            return PackResource.shown(publishRulePack.publishAtOnce(id, actor.name()));
        }
        LocalDate from = body.effectiveFrom();
        if (from == null) {
            throw ProblemType.INVALID.because("The effectiveFrom must be present.");
        }
        return PackResource.shown(publishRulePack.publish(id, from, actor.name()));
    }

    private Response change(UUID id, @Nullable String ifMatch, String what, EditDraft.Change change) {
        return answer(editDraft.change(id, ifMatch, actor.name(), what, change));
    }

    private Response answer(PackDraft draft) {
        return Response.ok(shown(draft)).tag(tag(draft)).build();
    }

    private Draft shown(PackDraft draft) {
        return new Draft(
                draft.id,
                draft.title,
                draft.state,
                draft.baseHash,
                draft.hash,
                drafts.authors(draft.id),
                draft.createdAt,
                draft.submittedBy,
                draft.approvedBy,
                draft.version);
    }

    private static EntityTag tag(PackDraft draft) {
        return new EntityTag(Long.toString(draft.version));
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw ProblemType.MALFORMED.because("The request must have a body.");
        }
        return body;
    }

    private static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > LONGEST_TITLE) {
            throw ProblemType.INVALID.because(
                    "The " + name + " must be a text of 1 to " + LONGEST_TITLE + " characters.");
        }
        return value.strip();
    }
}
