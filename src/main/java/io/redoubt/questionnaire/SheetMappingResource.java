package io.redoubt.questionnaire;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.questionnaire.form.SheetMapping;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.Sent;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Saved ways of reading somebody else's sheets, such as a CAIQ. */
@Path("/api/v1/sheet-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class SheetMappingResource {
    private final StoredMappings mappings;
    private final SaveMapping saveMapping;
    private final Forms forms;
    private final Idempotency idempotency;
    private final Actor actor;

    SheetMappingResource(
            StoredMappings mappings, SaveMapping saveMapping, Forms forms, Idempotency idempotency, Actor actor) {
        this.mappings = mappings;
        this.saveMapping = saveMapping;
        this.forms = forms;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /**
     * How a sheet is read.
     *
     * @param template that its ids are mapped to; fixed once saved
     * @param sheet its name in a workbook
     * @param headerRow number of the row with the headings; 1 where it is left out
     * @param id heading of the column of ids
     * @param answer heading of the column of answers
     * @param comment heading of the column of comments, where there is one
     * @param values what each value means; empty for one that says nothing
     * @param questions the template's question by the sheet's id
     */
    record Written(
            @Nullable String title,
            @Nullable String template,
            @Nullable String sheet,
            @Nullable Integer headerRow,
            @Nullable String id,
            @Nullable String answer,
            @Nullable String comment,
            @Nullable Map<String, String> values,
            @Nullable Map<String, String> questions) {
        SheetMapping mapping() {
            return new SheetMapping(
                    Objects.requireNonNullElse(sheet, "").strip(),
                    Objects.requireNonNullElse(headerRow, 1),
                    Sent.prose(id, "id"),
                    Sent.text(answer, "answer"),
                    Objects.requireNonNullElse(comment, "").strip(),
                    new TreeMap<>(Objects.requireNonNullElse(values, Map.of())),
                    new TreeMap<>(Objects.requireNonNullElse(questions, Map.of())));
        }
    }

    /** A saved mapping. */
    record View(UUID id, String title, String template, SheetMapping mapping, String createdBy, long version) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "Lists saved mappings")
    @Transactional
    public Page<View> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                mappings.after(Cursor.read(cursor), size + 1),
                size,
                this::view,
                view -> view.id().toString(),
                mappings.count());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Saves which column is what, which value means which answer, and which id is which question")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Written sent) {
        Written body = Sent.present(sent);
        StoredMapping made = new StoredMapping();
        made.title = title(body);
        made.templateId = Sent.text(body.template(), "template");
        SheetMapping mapping = body.mapping();
        return idempotency.once(key, "POST sheet-mappings " + body, () -> {
            StoredMapping kept = saveMapping.save(made, mapping, actor.name());
            return answer(kept, Response.created(URI.create("/api/v1/sheet-mappings/" + kept.id)));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "A saved mapping")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        return answer(mappings.required(id), Response.ok());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Changes a saved mapping; its template stays")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @Transactional
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Written sent) {
        Written body = Sent.present(sent);
        StoredMapping kept = mappings.locked(id);
        Versions.check(ifMatch, kept.version);
        kept.title = title(body);
        return answer(saveMapping.save(kept, body.mapping(), actor.name()), Response.ok());
    }

    private static String title(Written body) {
        String title = Sent.text(body.title(), "title");
        return title.substring(0, Math.min(title.length(), 200));
    }

    private Response answer(StoredMapping kept, Response.ResponseBuilder builder) {
        return builder.header("ETag", Versions.tag(kept.version))
                .entity(view(kept))
                .build();
    }

    private View view(StoredMapping kept) {
        return new View(
                kept.id,
                kept.title,
                kept.templateId,
                forms.read(kept.body, SheetMapping.class),
                kept.createdBy,
                kept.version);
    }
}
