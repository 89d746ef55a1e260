package io.redoubt.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.files.PackDifference;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
import io.redoubt.web.Sent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Versions of the rule pack, and of the data beside it, in the making. */
@Path("/api/v1/pack-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule packs")
class PackDraftResource {
    private final PackDrafts drafts;
    private final StoredPacks packs;
    private final EditDraft editDraft;
    private final PublishRulePack publishRulePack;
    private final PackPublications publications;
    private final Idempotency idempotency;
    private final Actor actor;

    PackDraftResource(
            PackDrafts drafts,
            StoredPacks packs,
            EditDraft editDraft,
            PublishRulePack publishRulePack,
            PackPublications publications,
            Idempotency idempotency,
            Actor actor) {
        this.drafts = drafts;
        this.packs = packs;
        this.editDraft = editDraft;
        this.publishRulePack = publishRulePack;
        this.publications = publications;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /**
     * What a draft begins with.
     *
     * @param title what the change is for
     * @param subject what it is of; rules, where nothing else is said or begun with
     * @param base hash of what is to be changed, such as what is announced; without it what is in force
     * @param restores hash of a pack that is to be in force again
     * @param from id of a draft whose texts and authors are taken over
     * @param files texts by path; without these three the texts of the base
     */
    record NewDraft(
            @Nullable String title,
            @Nullable Subject subject,
            @Nullable String base,
            @Nullable String restores,
            @Nullable UUID from,
            @Nullable SortedMap<String, String> files) {}

    /** The hash that was read, so that nothing else is approved. */
    record Approval(@Nullable String hash) {}

    /** Why a draft is given back or ended. */
    record TurnedDown(@Nullable String reason, boolean forGood) {}

    /** From when a pack is in force; with {@code emergency} at once, for 72 hours unless ratified. */
    record Publication(@Nullable LocalDate effectiveFrom, boolean emergency) {}

    @GET
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "Lists drafts, the latest first")
    @Transactional
    public Page<Draft> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                drafts.latest(after(cursor), size + 1),
                size,
                Function.identity(),
                draft -> draft.id().toString(),
                drafts.count());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Makes a draft of the pack or data in force, of what was, or of the texts sent along")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewDraft sent) {
        NewDraft body = Sent.present(sent);
        String title = Sent.text(body.title(), "title");
        requireHash(body.base(), "base");
        requireHash(body.restores(), "restores");
        if (body.files() != null && body.files().containsValue(null)) {
            throw ProblemType.INVALID.because("The files must be texts.");
        }
        return idempotency.once(key, "POST pack-drafts " + body, () -> {
            PackDraft draft = editDraft.create(
                    new EditDraft.Beginning(
                            title,
                            Optional.ofNullable(body.subject()),
                            Optional.ofNullable(body.base()),
                            Optional.ofNullable(body.restores()),
                            Optional.ofNullable(body.from()),
                            Optional.ofNullable(body.files()).map(PackFiles::new)),
                    actor.name());
            return Response.created(URI.create("/api/v1/pack-drafts/" + draft.id))
                    .tag(Draft.tag(draft.version))
                    .entity(shown(draft))
                    .build();
        });
    }

    private static void requireHash(@Nullable String hash, String name) {
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            throw ProblemType.INVALID.because("The " + name + " must be the hash of a pack.");
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "A draft without its texts")
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        return shown(drafts.required(id)).answer();
    }

    @GET
    @Path("/{id}/files")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "The texts of a draft by path")
    @Transactional
    public Response files(@PathParam("id") UUID id) {
        PackDraft draft = drafts.required(id);
        return Response.ok(packs.parse(draft.files).texts())
                .tag(Draft.tag(draft.version))
                .build();
    }

    @PUT
    @Path("/{id}/files/{path: .+}")
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Writes a file of a draft")
    @Transactional
    public Response write(@BeanParam SeenDraft seen, @PathParam("path") String path, byte[] content) {
        return change(seen, path, edit -> edit.content(path, content));
    }

    @DELETE
    @Path("/{id}/files/{path: .+}")
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Takes a file out of a draft; rules must stay, so a table can't leave with them")
    @Transactional
    public Response remove(@BeanParam SeenDraft seen, @PathParam("path") String path) {
        return change(seen, path, edit -> edit.without(path));
    }

    private static Optional<UUID> after(@Nullable String cursor) {
        return Cursor.read(cursor).isEmpty()
                ? Optional.empty()
                : Optional.of(PageKey.place(cursor, parts -> UUID.fromString(parts[0])));
    }

    @GET
    @Path("/{id}/difference")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "What a draft changes of what it began with, cell by cell")
    public RestResponse<PackDifference> difference(@PathParam("id") UUID id) {
        PackDraft draft = QuarkusTransaction.requiringNew().call(() -> drafts.required(id));
        return of(draft, PackDifference.between(packs.files(draft.baseHash), packs.parse(draft.files)));
    }

    /** What was found out about a draft, with the version that it was found out about. */
    private static <T> RestResponse<T> of(PackDraft draft, T found) {
        return RestResponse.ResponseBuilder.ok(found)
                .tag(Draft.tag(draft.version))
                .build();
    }

    @POST
    @Path("/{id}/check")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "Reads a draft, looks at its rules and runs its scenarios")
    public RestResponse<CheckedPack> check(@PathParam("id") UUID id) {
        PackDraft draft = QuarkusTransaction.requiringNew().call(() -> drafts.required(id));
        return of(draft, publishRulePack.check(draft));
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed(Role.LEGAL)
    @Operation(summary = "Hands a draft without mistakes to those who approve")
    public Response submit(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Optional<PublishRulePack.Checked> checked = publishRulePack.beforeSubmission(id);
        return once(key, "submit " + id, () -> publishRulePack.submit(id, checked, actor.name()));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL_APPROVER)
    @Operation(summary = "Approves what was submitted, by its hash; nobody approves what he wrote a part of")
    public Response approve(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Approval sent) {
        String hash = Sent.text(Sent.present(sent).hash(), "hash");
        return once(key, "approve " + id + " " + hash, () -> publishRulePack.approve(id, hash, actor.name()));
    }

    @POST
    @Path("/{id}/turn-down")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER})
    @Operation(summary = "Gives a draft back to its authors, or ends it")
    public Response turnDown(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable TurnedDown sent) {
        TurnedDown body = Sent.present(sent);
        String reason = Sent.text(body.reason(), "reason");
        return once(
                key,
                "turn-down " + id + " " + body,
                () -> publishRulePack.turnDown(id, body.forGood(), reason, actor.name()));
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LEGAL_APPROVER)
    @Operation(summary = "Puts what was approved in force from a day on, or at once for 72 hours")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Published.class)))
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Publication sent) {
        Publication body = Sent.present(sent);
        LocalDate from = body.effectiveFrom();
        if (from == null && !body.emergency()) {
            throw ProblemType.INVALID.because("The effectiveFrom must be present.");
        }
        if (from != null && body.emergency()) {
            throw ProblemType.INVALID.because("An emergency is in force at once and must have no effectiveFrom.");
        }
        return idempotency.once(key, "POST publish " + id + " " + body, () -> {
            PackPublication publication = from == null
                    ? publishRulePack.publishAtOnce(id, actor.name())
                    : publishRulePack.publish(id, from, actor.name());
            return Response.ok(publications.shown(publication)).build();
        });
    }

    private Response once(@Nullable String key, String what, Supplier<PackDraft> act) {
        return idempotency.once(key, "POST " + what, () -> shown(act.get()).answer());
    }

    private Response change(SeenDraft seen, String what, EditDraft.Change change) {
        return shown(editDraft.change(seen.id(), seen.ifMatch(), actor.name(), what, change))
                .answer();
    }

    private Draft shown(PackDraft draft) {
        return Draft.of(draft, drafts.authors(draft.id));
    }
}
