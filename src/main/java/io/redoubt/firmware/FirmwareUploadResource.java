package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.firmware.sbom.Attestation;
import io.redoubt.firmware.sbom.Binaries;
import io.redoubt.firmware.sbom.BuildIntegrity;
import io.redoubt.firmware.sbom.Completeness;
import io.redoubt.firmware.sbom.OpenVexReader;
import io.redoubt.firmware.sbom.Sbom;
import io.redoubt.firmware.sbom.SbomReader;
import io.redoubt.firmware.sbom.UnreadableException;
import io.redoubt.firmware.sbom.VexStatement;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes in documents that suppliers bring as evidence of a firmware release. */
@Path("/api/v1/suppliers/{id}/firmware-releases/{release}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Tag(name = "Firmware evidence")
class FirmwareUploadResource {
    private final RecordEvidence recordEvidence;
    private final EvidenceStore store;
    private final ComponentIndex components;
    private final ActiveMethodology methodology;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Actor actor;
    private final Clock clock;

    FirmwareUploadResource(
            RecordEvidence recordEvidence,
            EvidenceStore store,
            ComponentIndex components,
            ActiveMethodology methodology,
            Idempotency idempotency,
            ObjectMapper json,
            Actor actor,
            Clock clock) {
        this.recordEvidence = recordEvidence;
        this.store = store;
        this.components = components;
        this.methodology = methodology;
        this.idempotency = idempotency;
        this.json = json;
        this.actor = actor;
        this.clock = clock;
    }

    /** What is read of an upload, before anything is kept. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws UnreadableException;
    }

    @POST
    @Path("/sbom")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT})
    @Operation(
            summary = "Keeps the bill of materials of a release and counts its completeness",
            description =
                    "SPDX 2.2 and 2.3 (JSON, YAML, XML, tag-value), SPDX 3.0 (JSON-LD) or CycloneDX 1.2 to 1.6 (JSON,"
                            + " XML), told by its content. Completeness is counted by NTIA's minimum elements and recorded as the"
                            + " release's sbomCompleteness; vulnerabilities that it lists are recorded as facts.")
    @APIResponse(responseCode = "422", description = "The file can't be read; nothing is kept")
    public Response sbom(@BeanParam BroughtTo to, byte[] content) {
        Sbom sbom = read(() -> SbomReader.read(content));
        if (sbom.created().filter(clock.instant()::isBefore).isPresent()) {
            throw ProblemType.INVALID.because("The bill of materials must not be of a time to come.");
        }
        Completeness completeness = Completeness.of(sbom);
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("format", sbom.format())
                .put("created", sbom.created().map(Object::toString).orElse(null))
                .put("components", completeness.components())
                .put("vulnerabilities", sbom.statements().size());
        found.set("completeness", ReleaseBearing.percent(completeness.micros()));
        found.set("authors", json.valueToTree(sbom.authors()));
        found.set("missing", json.valueToTree(completeness.missing()));
        found.set("exploited", exploited(sbom.statements()));
        Upload upload = to.upload(EvidenceKind.SBOM, "", content, found);
        return once(to, upload, (ledger, evidence) -> {
            components.add(evidence, sbom);
            bearing(upload).completeness(ledger);
            VexBearing bearing = new VexBearing(sbom.statements(), one -> true);
            bearing.on(ledger);
            bearing.withoutWhatIsSaidNoMore(components.saidBefore(upload), ledger);
        });
    }

    @POST
    @Path("/vex")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT})
    @Operation(
            summary = "Keeps statements about vulnerabilities and records them as facts",
            description =
                    "OpenVEX, or a CycloneDX document with vulnerabilities. A favourable word counts only where it is about"
                            + " the release: the document names its product, or something in its bill of materials, or the"
                            + " parameter product says what the document calls it. Not affected counts only with a"
                            + " justification. Whether a vulnerability is exploited, the rating asks the catalogue in force by CVE id.")
    @APIResponse(responseCode = "422", description = "The file can't be read; nothing is kept")
    public Response vex(@BeanParam BroughtTo to, @QueryParam("product") @Nullable String product, byte[] content) {
        OpenVexReader.Document document = read(() -> OpenVexReader.read(content));
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("format", document.format())
                .put("author", document.author())
                .put("product", product)
                .put("statements", document.statements().size());
        found.set("exploited", exploited(document.statements()));
        String part = document.id().substring(0, Math.min(300, document.id().length()));
        Upload upload = to.upload(EvidenceKind.VEX, part, content, found);
        return once(to, upload, (ledger, evidence) -> {
            Set<String> ours = components.add(
                    evidence,
                    store.current(to.supplier(), to.release(), EvidenceKind.SBOM)
                            .map(one -> one.id)
                            .findFirst()
                            .orElse(evidence),
                    document.statements());
            VexBearing bearing = new VexBearing(document.statements(), one -> isAbout(one, ours, product, ledger));
            bearing.on(ledger);
            bearing.withoutWhatIsSaidNoMore(components.saidBefore(upload), ledger);
        });
    }

    @POST
    @Path("/binaries")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT})
    @Operation(
            summary = "Keeps the hashes of a release's binaries",
            description = "{\"binaries\": [{\"name\": …, \"sha256\": …}]}. Sign-offs of other binaries become void.")
    public Response binaries(@BeanParam BroughtTo to, byte[] content) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        found.set("sha256", json.valueToTree(read(() -> Binaries.read(content)).values()));
        Upload upload = to.upload(EvidenceKind.BINARIES, "", content, found);
        return once(to, upload, (ledger, evidence) -> {
            bearing(upload).attested(ledger);
            bearing(upload).signedOff(ledger);
        });
    }

    @POST
    @Path("/attestation")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT})
    @Operation(
            summary = "Keeps the signed attestation log of a release after checking its signature",
            description =
                    "{\"envelope\": <DSSE with an in-toto statement>, \"publicKey\": <PEM>}. The release is attested when"
                            + " the log vouches for every binary that is listed and there is a bill of materials. Evidence of a trusted"
                            + " execution environment stands in the predicate: {\"trustedExecution\": {\"environment\":"
                            + " \"ARM_TRUSTZONE\", \"at\": …}}, or the environment NOT_USED.")
    @APIResponse(responseCode = "422", description = "No signature is good; nothing is kept")
    public Response attestation(@BeanParam BroughtTo to, byte[] content) {
        Attestation log = read(() -> Attestation.read(content));
        if (log.quotedAt().filter(clock.instant()::isBefore).isPresent()) {
            throw ProblemType.INVALID.because("Evidence of trusted execution must not be of a time to come.");
        }
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("key", log.key())
                .put("environment", log.environment().orElse(null))
                .put("quotedAt", log.quotedAt().map(Object::toString).orElse(null));
        found.set("subjects", json.valueToTree(log.subjects()));
        Upload upload = to.upload(EvidenceKind.ATTESTATION, "", content, found);
        return once(to, upload, (ledger, evidence) -> bearing(upload).attested(ledger));
    }

    @POST
    @Path("/build-integrity")
    @RolesAllowed({Role.SECURITY, Role.ENGINEERING, Role.PROCUREMENT})
    @Operation(
            summary = "Keeps how a production build compares with the reference build",
            description =
                    "{\"bytesCompared\": …, \"bytesDiffering\": …}, or a report of byte-integrity. What could not be"
                            + " compared counts as different.")
    public Response buildIntegrity(@BeanParam BroughtTo to, byte[] content) {
        BuildIntegrity compared = read(() -> BuildIntegrity.read(content));
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("unit", compared.unit())
                .put("differing", compared.differing())
                .put("compared", compared.compared());
        found.set("deviation", ReleaseBearing.percent(compared.deviation()));
        Upload upload = to.upload(EvidenceKind.BUILD_INTEGRITY, "", content, found);
        return once(to, upload, (ledger, evidence) -> bearing(upload).deviation(ledger));
    }

    /** Those that the catalogue in force lists, as it was when they were kept; the rating asks it again on its own day. */
    private JsonNode exploited(List<VexStatement> statements) {
        Set<String> listed = methodology.get().exploited().listedOn().keySet();
        return json.valueToTree(statements.stream()
                .map(VexStatement::vulnerability)
                .filter(listed::contains)
                .distinct()
                .sorted()
                .toList());
    }

    /**
     * By the name of the product, or of something that its bill of materials lists.
     *
     * @param named what whoever brings the document says that it calls this release
     */
    private static boolean isAbout(
            VexStatement one, Set<String> ours, @Nullable String named, LedgerCorrection ledger) {
        return one.products().stream()
                .anyMatch(name -> ours.contains(name) || name.equals(named) || name.equals(ledger.product()));
    }

    private ReleaseBearing bearing(Upload upload) {
        return new ReleaseBearing(store.current(upload.supplier(), upload.release()));
    }

    private Response once(BroughtTo to, Upload upload, RecordEvidence.Bearing bearing) {
        String request = List.of(
                        "POST",
                        upload.supplier(),
                        upload.release(),
                        upload.kind(),
                        EvidenceStore.sha256(upload.content()),
                        upload.found())
                .toString();
        return idempotency.once(
                to.key(),
                request,
                () -> Response.status(Response.Status.CREATED)
                        .entity(recordEvidence.record(upload, actor.name(), bearing))
                        .build());
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UnreadableException e) {
            throw ProblemType.INVALID.because(String.valueOf(e.getMessage()));
        }
    }
}
