package io.redoubt.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Violation;
import io.redoubt.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes in many suppliers at once. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suppliers")
class ImportResource {
    private static final int MAX_VIOLATIONS = 200;
    private static final String JSON_EXAMPLE = """
            {"suppliers": [{"id": "S-901", "name": "Halvorix GmbH"}, {"id": "S-902", "name": "Merandil S.A."}]}
            """;
    private static final String CSV_EXAMPLE = """
            supplier,question,value,verification,answeredOn
            S-901,Q-NDA,YES,DOCUMENTED,2026-03-01
            """;

    private final ImportSuppliers importSuppliers;
    private final Idempotency idempotency;
    private final Actor actor;

    ImportResource(ImportSuppliers importSuppliers, Idempotency idempotency, Actor actor) {
        this.importSuppliers = importSuppliers;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(
            summary = "Imports suppliers from JSON",
            description =
                    "One document, a list, or {\"suppliers\": […]}. Each supplier is taken in or refused by itself,"
                            + " with a result for each; a dry run changes nothing and says what would happen. The same import"
                            + " again changes nothing.")
    public Response json(
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @QueryParam("others") @DefaultValue("KEEP") String others,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(ref = "SupplierDocuments"),
                                            examples = @ExampleObject(name = "two suppliers", value = JSON_EXAMPLE)))
                    String body) {
        return run(key, dryRun, others(others), body, documents(body));
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(
            summary = "Imports suppliers or answers from CSV",
            description =
                    "A table with a column supplier holds facts of suppliers that exist, of the kind that its columns"
                            + " tell: answers, findings, certifications, clauses, firmwareReleases, incidents, canaries,"
                            + " registers. Any other table holds suppliers with a site in each row.")
    public Response csv(
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @QueryParam("others") @DefaultValue("KEEP") String others,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "answers", value = CSV_EXAMPLE)))
                    String body) {
        Problems problems = new Problems();
        List<JsonNode> documents = SupplierFile.documents(Map.of("import.csv", body), problems);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.because(problems.list().stream()
                    .limit(MAX_VIOLATIONS)
                    .map(p -> new Violation(
                            "/" + p.place().line() + "/" + p.place().column(), p.place() + " " + p.message()))
                    .toList());
        }
        return run(key, dryRun, others(others), body, documents);
    }

    private Response run(@Nullable String key, boolean dryRun, Others others, String body, List<JsonNode> documents) {
        if (dryRun) {
            return Response.ok(importSuppliers.dryRun(documents, others, actor.name()))
                    .build();
        }
        return QuarkusTransaction.requiringNew()
                .timeout(ImportSuppliers.LONGEST_SECONDS)
                .call(() -> idempotency.once(
                        key,
                        "POST imports " + others + body,
                        () -> Response.ok(importSuppliers.run(documents, others, actor.name()))
                                .build()));
    }

    private static Others others(String name) {
        return Arrays.stream(Others.values())
                .filter(others -> others.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemType.MALFORMED.because(
                        "The parameter others (" + Problems.shown(name) + ") must be KEEP or RETRACT."));
    }

    private static List<JsonNode> documents(String body) {
        try {
            return SupplierFile.documents(SupplierFile.parse(body));
        } catch (FactsException e) {
            throw ProblemType.MALFORMED.because(e.violations());
        }
    }
}
