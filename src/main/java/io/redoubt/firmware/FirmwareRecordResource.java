package io.redoubt.firmware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What persons record of a firmware release. */
@Path("/api/v1/suppliers/{id}/firmware-releases/{release}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Firmware evidence")
class FirmwareRecordResource {
    private static final int LONGEST_REASON = 1_000;

    private final RecordEvidence recordEvidence;
    private final EvidenceStore store;
    private final LiveSigning liveSigning;
    private final SignRelease signRelease;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Actor actor;

    FirmwareRecordResource(
            RecordEvidence recordEvidence,
            EvidenceStore store,
            LiveSigning liveSigning,
            SignRelease signRelease,
            Idempotency idempotency,
            ObjectMapper json,
            Actor actor) {
        this.recordEvidence = recordEvidence;
        this.store = store;
        this.liveSigning = liveSigning;
        this.signRelease = signRelease;
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

    @POST
    @Path("/sign-offs")
    @RolesAllowed({Role.ENGINEERING, Role.SECURITY, Role.PROCUREMENT})
    @Operation(
            summary = "Signs a release off, or refuses to, in one of three roles",
            description =
                    "FIRMWARE_ENGINEER (role engineering), SECURITY_ARCHITECT (security) and QA_LEAD (procurement or"
                            + " engineering) must be three persons. A sign-off is of the binaries as they are listed at that moment.")
    public Response signOff(@BeanParam BroughtTo to, @Nullable SignOff sent) {
        SignOffRole role = sent == null ? null : sent.as();
        Boolean approved = sent == null ? null : sent.approved();
        if (sent == null || role == null || approved == null) {
            throw ProblemType.INVALID.because("The sign-off must say as which role (as) and whether it is approved.");
        }
        if (!actor.hasAny(role.roles())) {
            throw ProblemType.FORBIDDEN.because("Who signs off as " + role + " must have one of the roles: "
                    + String.join(", ", role.roles()) + ".");
        }
        String reason = Objects.requireNonNullElse(sent.reason(), "");
        if ((!approved && reason.isBlank()) || reason.length() > LONGEST_REASON) {
            throw ProblemType.INVALID.because(
                    "Who refuses must give a reason of 1 to " + LONGEST_REASON + " characters.");
        }
        return once(to, "sign-off", sent, () -> signRelease.sign(to.supplier(), to.release(), role, approved, reason));
    }

    @POST
    @Path("/patches")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING})
    @Operation(
            summary = "Records that this signed release fixes a vulnerability",
            description =
                    "The time for a fix stops when a signed fixed release is delivered: the release must be attested, and"
                            + " the day not before it came out. A day that is recorded is not moved back.")
    public Response patch(@BeanParam BroughtTo to, @Nullable Patch sent) {
        if (sent == null || sent.vulnerability() == null || sent.fixedOn() == null) {
            throw ProblemType.INVALID.because("The patch must name the vulnerability and the day (fixedOn).");
        }
        String vulnerability = sent.vulnerability();
        LocalDate fixedOn = sent.fixedOn();
        return once(to, "patch", sent, () -> {
            ObjectNode found = json.valueToTree(sent);
            String part = vulnerability.substring(0, Math.min(300, vulnerability.length()));
            Upload upload = to.upload(EvidenceKind.PATCH, part, bytes(found), found);
            return recordEvidence.record(
                    upload, actor.name(), (ledger, evidence) -> new PatchBearing(vulnerability, fixedOn).on(ledger));
        });
    }

    @POST
    @Path("/validations")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING})
    @Operation(summary = "Records which stages and phases of validation a named binary of the release passed or failed")
    public Response validation(@BeanParam BroughtTo to, @Nullable Validation sent) {
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
        return once(to, "validation", sent, () -> {
            boolean named = new ReleaseBearing(store.current(to.supplier(), to.release()))
                    .binaries()
                    .filter(hashes -> hashes.contains(artefact))
                    .isPresent();
            if (!named) {
                throw ProblemType.CONFLICT.because("The artefact must be one of the release's binaries.");
            }
            ObjectNode found = json.valueToTree(sent);
            Upload upload = to.upload(EvidenceKind.VALIDATION, artefact, bytes(found), found);
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
    public Response signingTest(@BeanParam BroughtTo to, LiveSigning.@Nullable Test sent) {
        LiveSigning.Hours hours = liveSigning.read(sent);
        return once(to, "signing-test", hours, () -> {
            ObjectNode found = json.valueToTree(hours);
            Upload upload = to.upload(EvidenceKind.SIGNING_TEST, "", bytes(found), found);
            return recordEvidence.record(upload, actor.name(), (ledger, evidence) -> liveSigning.on(ledger, hours));
        });
    }

    private Response once(
            BroughtTo to, String what, Object sent, java.util.function.Supplier<RecordEvidence.Recorded> act) {
        return idempotency.once(
                to.key(),
                "POST " + to.supplier() + " " + to.release() + " " + what + " " + sent,
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
