package io.redoubt.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FutureDates;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keeps suppliers and what is known about them. */
@Path("/api/v1/suppliers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suppliers")
class SupplierResource {
    private static final String EXAMPLE = """
            {"id": "S-900", "name": "Halvorix Elektronik GmbH",
             "sites": [{"id": "S1", "name": "Plant", "country": "DEU"}],
             "answers": [{"question": "Q-NDA", "value": "YES", "verification": "DOCUMENTED", "answeredOn": "2026-03-01"}]}
            """;

    private final Suppliers suppliers;
    private final Facts facts;
    private final SupplierDocuments documents;
    private final RecordFacts recordFacts;
    private final ActiveMethodology methodology;
    private final Idempotency idempotency;
    private final Actor actor;
    private final Clock clock;

    SupplierResource(
            Suppliers suppliers,
            Facts facts,
            SupplierDocuments documents,
            RecordFacts recordFacts,
            ActiveMethodology methodology,
            Idempotency idempotency,
            Actor actor,
            Clock clock) {
        this.suppliers = suppliers;
        this.facts = facts;
        this.documents = documents;
        this.recordFacts = recordFacts;
        this.methodology = methodology;
        this.idempotency = idempotency;
        this.actor = actor;
        this.clock = clock;
    }

    /** A supplier in a list. */
    record Summary(String id, String name, long version) {}

    /** A fact with when it was true and when we knew it. */
    record RecordedFact(
            long id,
            String kind,
            String key,
            LocalDate validFrom,
            JsonNode body,
            Instant recordedAt,
            String recordedBy,
            @Nullable Instant supersededAt,
            @Nullable String supersededBy) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "Lists suppliers by id")
    @Transactional
    public Page<Summary> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit,
            @QueryParam("q") @DefaultValue("") String contains) {
        int size = Cursor.limit(limit);
        Page<Summary> page = Page.of(
                suppliers.after(Cursor.read(cursor), contains, size + 1),
                size,
                s -> new Summary(s.id, s.name, s.version),
                Summary::id,
                suppliers.count());
        return contains.isEmpty() ? page : page.atLeast();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Creates a supplier with what is known about it")
    @APIResponse(responseCode = "201", description = "Created; Location and ETag are set")
    @APIResponse(responseCode = "409", description = "There is a supplier with that id")
    @APIResponse(responseCode = "422", description = "The document can't be taken in; violations name each place")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(ref = "SupplierDocument"),
                                            examples = @ExampleObject(name = "a German plant", value = EXAMPLE)))
                    String body) {
        SupplierFacts document = read(parse(body));
        return idempotency.once(key, "POST suppliers " + body, () -> {
            if (!record(document, Others.KEEP).created()) {
                throw ProblemType.CONFLICT.because("The supplier (" + document.id()
                        + ") must be new.\nMaybe update it with PUT, or add facts to it.");
            }
            return Response.created(URI.create("/api/v1/suppliers/" + document.id()))
                    .tag(tag(document.id()))
                    .entity(current(document.id()).toString())
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "A supplier with what was true on a day, as far as was known at an instant")
    @Transactional
    public Response get(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        ObjectNode document = documents
                .on(asOf == null ? today() : asOf, Optional.ofNullable(knownAt), List.of(id))
                .get(id);
        if (document == null) {
            throw missing(id);
        }
        Response.ResponseBuilder answer = Response.ok(document.toString());
        boolean past = asOf != null || knownAt != null;
        return (past ? answer : answer.tag(tag(id))).build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Makes the document the whole of what is true today; what it leaves out is retracted")
    @Transactional
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(ref = "SupplierDocument"))) String body) {
        return change(id, ifMatch, body, Others.RETRACT);
    }

    @POST
    @Path("/{id}/facts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL})
    @Operation(summary = "Adds or corrects the facts in the document and keeps all others")
    public Response add(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "SupplierDocument"))) String body) {
        return idempotency.once(key, "POST " + id + "/facts " + body, () -> change(id, ifMatch, body, Others.KEEP));
    }

    @GET
    @Path("/{id}/facts")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "Everything ever recorded about a supplier, superseded facts included")
    @Transactional
    public Page<RecordedFact> history(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") Integer limit) {
        int size = Cursor.limit(limit);
        if (suppliers.findByIdOptional(id).isEmpty()) {
            throw missing(id);
        }
        return Page.of(
                facts.history(id, PageKey.number(cursor, 0), size + 1),
                size,
                SupplierResource::recorded,
                fact -> String.valueOf(fact.id()),
                facts.count("supplierId", id));
    }

    private static RecordedFact recorded(Fact fact) {
        return new RecordedFact(
                fact.id,
                fact.kind.list(),
                fact.key,
                fact.validFrom,
                SupplierDocuments.parse(fact.body),
                fact.recordedAt,
                fact.recordedBy,
                fact.supersededAt,
                fact.supersededBy);
    }

    private Response change(String id, @Nullable String ifMatch, String body, Others others) {
        Supplier supplier =
                suppliers.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
        SupplierFacts document = others == Others.KEEP ? read(completed(body)) : read(parse(body));
        if (!document.id().equals(id)) {
            throw ProblemType.INVALID.because(
                    "The id (" + document.id() + ") must be that of the address (" + id + ").");
        }
        Versions.check(ifMatch, supplier.version);
        record(document, others);
        return Response.ok(current(id).toString()).tag(tag(id)).build();
    }

    /** The refusal of a change takes back what it did: it ends the transaction. */
    private RecordFacts.Change record(SupplierFacts document, Others others) {
        try {
            return recordFacts.record(document, others, actor.name());
        } catch (FactsException e) {
            throw ProblemType.INVALID.because(e.violations());
        }
    }

    private static JsonNode parse(String body) {
        try {
            return SupplierFile.parse(body);
        } catch (FactsException e) {
            throw ProblemType.MALFORMED.because(e.violations());
        }
    }

    private JsonNode completed(String body) {
        return documents.completed(parse(body));
    }

    private SupplierFacts read(JsonNode body) {
        try {
            SupplierFacts document = new SupplierFactsReader(methodology.get().catalogue()).read(body);
            new FutureDates(today()).check(document);
            return document;
        } catch (FactsException e) {
            throw ProblemType.INVALID.because(e.violations());
        }
    }

    private ObjectNode current(String id) {
        ObjectNode document =
                documents.on(today(), Optional.empty(), List.of(id)).get(id);
        if (document == null) {
            throw missing(id);
        }
        return document;
    }

    private jakarta.ws.rs.core.EntityTag tag(String id) {
        suppliers.flush();
        return new jakarta.ws.rs.core.EntityTag(
                Long.toString(suppliers.findByIdOptional(id).orElseThrow(() -> missing(id)).version));
    }

    private static RuntimeException missing(String id) {
        return ProblemType.NOT_FOUND.because("There is no supplier (" + io.redoubt.files.Problems.shown(id) + ").");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
