package io.redoubt.dispute;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Sent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The disputes of one supplier. */
@Path("/api/v1/suppliers/{id}/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
class SupplierDisputeResource {
    private final Disputes disputes;
    private final SettleDispute settleDispute;
    private final ToldDispute.Teller told;
    private final Idempotency idempotency;
    private final Actor actor;

    SupplierDisputeResource(
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

    /** @param subject what is said to be wrong, in the supplier's words */
    record Opening(@Nullable UUID assessment, @Nullable String subject) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "A supplier's disputes, decided ones among them, the latest first")
    @Transactional
    public List<ToldDispute> of(@PathParam("id") String supplier) {
        return disputes.of(supplier).stream().map(told::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL})
    @Operation(
            summary = "Opens a dispute about an assessment",
            description =
                    "The rating is marked as disputed wherever it shows until somebody without a part in it decides.")
    public Response open(
            @PathParam("id") String supplier,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Opening sent) {
        Opening body = Sent.present(sent);
        UUID assessment = body.assessment();
        if (assessment == null) {
            throw ProblemType.INVALID.because("The assessment must be present.");
        }
        String subject = Sent.text(body.subject(), "subject");
        return idempotency.once(key, "POST " + supplier + " disputes " + body, () -> {
            Dispute dispute = settleDispute.open(supplier, assessment, subject, actor.name());
            return Response.created(URI.create("/api/v1/disputes/" + dispute.id))
                    .entity(told.of(dispute))
                    .build();
        });
    }
}
