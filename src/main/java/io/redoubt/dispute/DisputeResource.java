package io.redoubt.dispute;

import io.redoubt.dispute.Dispute.Decision;
import io.redoubt.dispute.Disputes.Statement;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
import io.redoubt.web.Sent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What suppliers say against their ratings, and what became of it. */
@Path("/api/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
class DisputeResource {
    private final Disputes disputes;
    private final SettleDispute settleDispute;
    private final ToldDispute.Teller told;
    private final Idempotency idempotency;
    private final Actor actor;

    DisputeResource(
            Disputes disputes,
            SettleDispute settleDispute,
            ToldDispute.Teller told,
            Idempotency idempotency,
            Actor actor) {
        this.disputes = disputes;
        this.settleDispute = settleDispute;
        this.told = told;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    record Saying(Statement.@Nullable Side side, @Nullable String text) {}

    record Ruling(@Nullable Decision decision, @Nullable String reason) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "Open disputes of all suppliers, the oldest first")
    @Transactional
    public Page<ToldDispute> open(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                disputes.open(place(cursor), size + 1),
                size,
                told::of,
                last -> last.openedAt() + " " + last.id(),
                disputes.count("decision is null", new Object[0]));
    }

    private static Disputes.Place place(@Nullable String cursor) {
        return Cursor.read(cursor).isEmpty()
                ? new Disputes.Place(Instant.EPOCH, new UUID(0, 0))
                : PageKey.place(
                        cursor, parts -> new Disputes.Place(PageKey.instant(parts[0]), UUID.fromString(parts[1])));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "A dispute with what was said in it")
    @Transactional
    public ToldDispute get(@PathParam("id") UUID id) {
        return told.of(disputes.required(id));
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER})
    @Operation(summary = "Says that it was received, at the latest five days after it was opened")
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, "acknowledge " + id, () -> settleDispute.acknowledge(id, actor.name()));
    }

    @POST
    @Path("/{id}/statements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER, Role.SECURITY})
    @Operation(summary = "Keeps what a side says")
    public Response hear(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Saying sent) {
        Saying body = Sent.present(sent);
        Statement.Side side = body.side();
        if (side == null) {
            throw ProblemType.INVALID.because("The side must be SUPPLIER or BUYER.");
        }
        String text = Sent.prose(body.text(), "text");
        return once(key, "statement " + id + body, () -> settleDispute.hear(id, side, text, actor.name()));
    }

    @POST
    @Path("/{id}/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER})
    @Operation(
            summary = "Decides it, with reasons; who decides has no part in it",
            description = "UPHELD retracts the assessment: it stays as it was made and is marked wherever it shows.")
    public Response decide(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Ruling sent) {
        Ruling body = Sent.present(sent);
        Decision decision = body.decision();
        if (decision == null) {
            throw ProblemType.INVALID.because("The decision must be UPHELD, REJECTED or WITHDRAWN.");
        }
        String reason = Sent.prose(body.reason(), "reason");
        return once(key, "decide " + id + body, () -> settleDispute.decide(id, decision, reason, actor.name()));
    }

    private Response once(@Nullable String key, String what, Supplier<Dispute> act) {
        return idempotency.once(
                key,
                "POST disputes " + what,
                () -> Response.ok(told.of(act.get())).build());
    }
}
