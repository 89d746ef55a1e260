package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All evidence of a firmware release, as it came. */
@Path("/api/v1/suppliers/{id}/firmware-releases/{release}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firmware evidence")
class EvidenceResource {
    private final EvidenceStore store;

    EvidenceResource(EvidenceStore store) {
        this.store = store;
    }

    /** A piece of evidence in a list. */
    record Listed(
            UUID id,
            EvidenceKind kind,
            String part,
            String sha256,
            JsonNode found,
            String recordedBy,
            Instant recordedAt,
            @Nullable String supersededBy,
            @Nullable Instant supersededAt) {}

    @GET
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT, Role.LEGAL, Role.AUDITOR})
    @Operation(summary = "Lists all evidence of a release, superseded pieces included, the latest first")
    @Transactional
    public Page<Listed> list(
            @PathParam("id") String id,
            @PathParam("release") String release,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        String after = Cursor.read(cursor);
        Optional<Evidence> last = after.isEmpty() ? Optional.empty() : Optional.of(required(id, release, after));
        return Page.of(
                store.history(id, release, last, size + 1),
                size,
                one -> new Listed(
                        one.id,
                        one.kind,
                        one.part,
                        one.sha256,
                        ReleaseBearing.parsed(one),
                        one.recordedBy,
                        one.recordedAt,
                        one.supersededBy,
                        one.supersededAt),
                one -> one.id().toString(),
                store.count("supplierId = ?1 and releaseId = ?2", id, release));
    }

    @GET
    @Path("/{evidence}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT, Role.LEGAL, Role.AUDITOR})
    @Operation(summary = "A piece of evidence byte for byte")
    @Transactional
    public Response content(
            @PathParam("id") String id, @PathParam("release") String release, @PathParam("evidence") UUID evidence) {
        Evidence one = required(id, release, evidence.toString());
        return Response.ok(store.content(one.id))
                .header("Content-Disposition", "attachment; filename=\"" + one.id + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Evidence required(String id, String release, String evidence) {
        try {
            return store.findByIdOptional(UUID.fromString(evidence))
                    .filter(one -> one.supplierId.equals(id) && one.releaseId.equals(release))
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such evidence of the release."));
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED.because("The cursor must be one that a page has answered.");
        }
    }
}
