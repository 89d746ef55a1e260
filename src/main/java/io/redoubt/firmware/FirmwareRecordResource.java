package io.redoubt.firmware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
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
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What persons record of a firmware release, and all evidence of it. */
@Path("/api/v1/suppliers/{id}/firmware-releases/{release}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Firmware evidence")
class FirmwareRecordResource {
    private static final int LONGEST_REASON = 1_000;

    private final RecordEvidence recordEvidence;
    private final EvidenceStore store;
    private final LiveSigning liveSigning;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Actor actor;

    FirmwareRecordResource(
            RecordEvidence recordEvidence,
            EvidenceStore store,
            LiveSigning liveSigning,
            Idempotency idempotency,
            ObjectMapper json,
            Actor actor) {
        this.recordEvidence = recordEvidence;
        this.store = store;
        this.liveSigning = liveSigning;
        this.idempotency = idempotency;
        this.json = json;
        this.actor = actor;
    }

    /** A person's word on the release, in one of the three roles. Who and when are never taken from the request. */
    record SignOff(
            @Nullable SignOffRole as,
            @Nullable Boolean approved,
            @Nullable String reason) {}

    /** That this release fixes a vulnerability, and when it was delivered. */
    record Patch(@Nullable String vulnerability, @Nullable LocalDate fixedOn) {}

    /**
     * What was validated on a named build.
     *
     * @param artefact SHA-256 of one of the release's binaries
     */
    record Validation(
            @Nullable String artefact,
            @Nullable Set<String> passedStages,
            @Nullable Set<String> failedStages,
            @Nullable Set<String> passedPhases,
            @Nullable Set<String> failedPhases) {}

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

    @POST
    @Path("/sign-offs")
    @RolesAllowed({Role.ENGINEERING, Role.SECURITY, Role.PROCUREMENT})
    @Operation(
            summary = "Signs a release off, or refuses to, in one of three roles",
            description =
                    "FIRMWARE_ENGINEER (role engineering), SECURITY_ARCHITECT (security) and QA_LEAD (procurement or"
                            + " engineering) must be three persons. A sign-off is of the binaries as they are listed at that moment.")
    public Response signOff(
            @PathParam("id") String id,
            @PathParam("release") String release,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable SignOff sent) {
        SignOffRole role = sent == null ? null : sent.as();
        if (sent == null || role == null || sent.approved() == null) {
            throw ProblemType.INVALID.because("The sign-off must say as which role (as) and whether it is approved.");
        }
        if (!actor.hasAny(role.roles())) {
            throw ProblemType.FORBIDDEN.because("Who signs off as " + role + " must have one of the roles: "
                    + String.join(", ", role.roles()) + ".");
        }
        String reason = Objects.requireNonNullElse(sent.reason(), "");
        if ((!sent.approved() && reason.isBlank()) || reason.length() > LONGEST_REASON) {
            throw ProblemType.INVALID.because(
                    "Who refuses must give a reason of 1 to " + LONGEST_REASON + " characters.");
        }
        return once(key, id, release, "sign-off", sent, () -> signed(id, release, role, json.valueToTree(sent)));
    }

    private RecordEvidence.Recorded signed(String id, String release, SignOffRole role, ObjectNode found) {
        recordEvidence.lock(id);
        String binaries = new ReleaseBearing(store.current(id, release))
                .sha256(EvidenceKind.BINARIES)
                .orElseThrow(() -> ProblemType.CONFLICT.because(
                        "The hashes of the binaries must be kept before anybody signs them off."));
        boolean twice = store.current(id, release, EvidenceKind.SIGN_OFF)
                .anyMatch(one -> one.recordedBy.equals(actor.name()) && !one.part.equals(role.name()));
        if (twice) {
            throw ProblemType.CONFLICT.because(
                    "The three roles must be three persons; you have signed in another role.");
        }
        found.put("binaries", binaries);
        Upload upload = new Upload(id, release, EvidenceKind.SIGN_OFF, role.name(), bytes(found), found);
        return recordEvidence.record(
                upload,
                actor.name(),
                (ledger, evidence) -> new ReleaseBearing(store.current(id, release)).signedOff(ledger));
    }

    @POST
    @Path("/patches")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING})
    @Operation(
            summary = "Records that this signed release fixes a vulnerability",
            description =
                    "The time for a fix stops when a signed fixed release is delivered: the release must be attested, and"
                            + " the day not before it came out. A day that is recorded is not moved back.")
    public Response patch(
            @PathParam("id") String id,
            @PathParam("release") String release,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Patch sent) {
        if (sent == null || sent.vulnerability() == null || sent.fixedOn() == null) {
            throw ProblemType.INVALID.because("The patch must name the vulnerability and the day (fixedOn).");
        }
        String vulnerability = sent.vulnerability();
        LocalDate fixedOn = sent.fixedOn();
        return once(key, id, release, "patch", sent, () -> {
            ObjectNode found = json.valueToTree(sent);
            String part = vulnerability.substring(0, Math.min(300, vulnerability.length()));
            Upload upload = new Upload(id, release, EvidenceKind.PATCH, part, bytes(found), found);
            return recordEvidence.record(
                    upload, actor.name(), (ledger, evidence) -> fixed(ledger, vulnerability, fixedOn));
        });
    }

    private static void fixed(LedgerCorrection ledger, String vulnerability, LocalDate fixedOn) {
        JsonNode known = ledger.weakness(vulnerability)
                .orElseThrow(() -> ProblemType.INVALID.because("The vulnerability (" + Problems.shown(vulnerability)
                        + ") must be known of the product (" + ledger.product() + ")."));
        if (!ledger.released("attested").asBoolean()) {
            throw ProblemType.CONFLICT.because(
                    "The release must be attested before it counts as a signed fix.\nMaybe keep"
                            + " its bill of materials, binaries and attestation first.");
        }
        if (fixedOn.isBefore(ledger.releasedOn()) || fixedOn.isAfter(ledger.today)) {
            throw ProblemType.INVALID.because("The day (" + fixedOn + ") must lie between that of the release ("
                    + ledger.releasedOn() + ") and today.");
        }
        String before = known.path("fixedOn").asText();
        if (!before.isEmpty() && fixedOn.isBefore(LocalDate.parse(before))) {
            throw ProblemType.CONFLICT.because(
                    "The vulnerability was fixed on " + before + ", which must not be moved back to " + fixedOn + ".");
        }
        ObjectNode fact = known.deepCopy();
        fact.put("fixedOn", fixedOn.toString());
        ledger.put("vulnerabilities", vulnerability + " " + ledger.product(), Optional.of(known), fact);
    }

    @POST
    @Path("/validations")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING})
    @Operation(summary = "Records which stages and phases of validation a named binary of the release passed or failed")
    public Response validation(
            @PathParam("id") String id,
            @PathParam("release") String release,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Validation sent) {
        String artefact = sent == null ? null : sent.artefact();
        if (sent == null || artefact == null) {
            throw ProblemType.INVALID.because("The validation must name the artefact by its SHA-256.");
        }
        Set<String> stages = Objects.requireNonNullElse(sent.passedStages(), Set.of());
        Set<String> failedStages = Objects.requireNonNullElse(sent.failedStages(), Set.of());
        Set<String> phases = Objects.requireNonNullElse(sent.passedPhases(), Set.of());
        Set<String> failedPhases = Objects.requireNonNullElse(sent.failedPhases(), Set.of());
        requireKnown(failedStages, StandardFields.STAGES.codes());
        requireKnown(failedPhases, StandardFields.PHASES.codes());
        return once(key, id, release, "validation", sent, () -> {
            boolean named = new ReleaseBearing(store.current(id, release))
                    .binaries()
                    .filter(hashes -> hashes.contains(artefact))
                    .isPresent();
            if (!named) {
                throw ProblemType.CONFLICT.because("The artefact must be one of the release's binaries.");
            }
            ObjectNode found = json.valueToTree(sent);
            Upload upload = new Upload(id, release, EvidenceKind.VALIDATION, artefact, bytes(found), found);
            return recordEvidence.record(upload, actor.name(), (ledger, evidence) -> {
                ReleaseBearing.validated(ledger, "stages", stages, failedStages);
                ReleaseBearing.validated(ledger, "phases", phases, failedPhases);
            });
        });
    }

    private static void requireKnown(Set<String> names, java.util.List<String> known) {
        if (!known.containsAll(names)) {
            throw ProblemType.INVALID.because("What was failed must be of: " + String.join(", ", known) + ".");
        }
    }

    @POST
    @Path("/signing-tests")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING})
    @Operation(
            summary = "Records a test of live signing",
            description =
                    "The hours from request to signature become the answer to Q-LIVE-SIGNING, rounded up to hundredths;"
                            + " the limit is the pack's parameter live_signing_hours.")
    public Response signingTest(
            @PathParam("id") String id,
            @PathParam("release") String release,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            LiveSigning.@Nullable Test sent) {
        LiveSigning.Hours hours = liveSigning.read(sent);
        return once(key, id, release, "signing-test", hours, () -> {
            ObjectNode found = json.valueToTree(hours);
            Upload upload = new Upload(id, release, EvidenceKind.SIGNING_TEST, "", bytes(found), found);
            return recordEvidence.record(upload, actor.name(), (ledger, evidence) -> liveSigning.on(ledger, hours));
        });
    }

    @GET
    @Path("/evidence")
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
    @Path("/evidence/{evidence}")
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

    private Response once(
            @Nullable String key,
            String id,
            String release,
            String what,
            Object sent,
            java.util.function.Supplier<RecordEvidence.Recorded> act) {
        return idempotency.once(
                key,
                "POST " + id + " " + release + " " + what + " " + sent,
                () -> Response.status(Response.Status.CREATED).entity(act.get()).build());
    }

    private byte[] bytes(JsonNode found) {
        try {
            return json.writeValueAsBytes(found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record must be writable as JSON.", e);
        }
    }
}
