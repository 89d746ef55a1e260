package io.redoubt.policy;

import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackDifference;
import io.redoubt.rulepack.method.Method;
import io.redoubt.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rule packs and editions of data that are, were and will be in force. */
@Path("/api/v1/packs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule packs")
class PackResource {
    private final ActiveMethodology methodology;
    private final PackPublications publications;
    private final PublishRulePack publishRulePack;
    private final StoredPacks packs;
    private final Idempotency idempotency;
    private final Actor actor;
    private final Clock clock;

    PackResource(
            ActiveMethodology methodology,
            PackPublications publications,
            PublishRulePack publishRulePack,
            StoredPacks packs,
            Idempotency idempotency,
            Actor actor,
            Clock clock) {
        this.methodology = methodology;
        this.publications = publications;
        this.publishRulePack = publishRulePack;
        this.packs = packs;
        this.idempotency = idempotency;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What is in force of a subject.
     *
     * @param of what it holds, with the edition of each
     */
    record Part(Subject subject, String hash, SortedMap<String, String> of) {}

    /**
     * What rates now and what will.
     *
     * @param id of the rule pack, as its title, version and hash
     * @param parts the rule pack and the data beside it
     * @param problem why the pack or the data that should be in force is not
     * @param history every publication, the latest first
     */
    record InForce(
            String id,
            String title,
            String version,
            String hash,
            List<Part> parts,
            @Nullable String problem,
            List<Published> scheduled,
            List<Published> history) {}

    @GET
    @RolesAllowed({
        Role.PROCUREMENT,
        Role.LEGAL,
        Role.LEGAL_APPROVER,
        Role.SECURITY,
        Role.ENGINEERING,
        Role.EXECUTIVE,
        Role.AUDITOR
    })
    @Operation(summary = "The pack and the data in force, what is scheduled, and every publication")
    @Transactional
    public InForce inForce() {
        Methodology active = methodology.get();
        var header = active.pack().header();
        return new InForce(
                header.id(),
                header.title(),
                header.version(),
                active.pack().hash(),
                active.editions().values().stream()
                        .map(edition -> new Part(edition.subject(), edition.hash(), edition.of()))
                        .toList(),
                methodology.problem().orElse(null),
                publications.scheduled(clock.instant()).stream()
                        .map(publications::shown)
                        .toList(),
                publications.list("order by id desc").stream()
                        .map(publications::shown)
                        .toList());
    }

    @GET
    @Path("/{hash}/files")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "The texts of a pack by path")
    public Map<String, String> files(@PathParam("hash") String hash) {
        return packs.files(hash).texts();
    }

    @GET
    @Path("/{hash}/method")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({
        Role.PROCUREMENT,
        Role.LEGAL,
        Role.LEGAL_APPROVER,
        Role.SECURITY,
        Role.ENGINEERING,
        Role.EXECUTIVE,
        Role.AUDITOR
    })
    @Operation(summary = "A pack as a document to read, each rule as a sentence; for suppliers without points of rows")
    public String method(
            @PathParam("hash") String hash,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("for") @DefaultValue("legal") String reader) {
        if (!Set.of("legal", "suppliers").contains(reader)) {
            throw ProblemType.INVALID.because("The for (" + Problems.shown(reader) + ") must be legal or suppliers.");
        }
        Subject subject = packs.subject(hash);
        if (!actor.hasAny(Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR) && !publications.isPublished(subject, hash)) {
            throw ProblemType.NOT_FOUND.because("There is no pack of this hash.");
        }
        if (subject != Subject.RULES) {
            throw ProblemType.INVALID.because("The pack must be of rules; data has no method to tell.");
        }
        try {
            Methodology written = methodology.get().with(packs.files(hash));
            LocalDate today = PackPublications.day(clock.instant());
            LocalDate begins = written.pack().header().effectiveFrom();
            Method method = written.method(asOf != null ? asOf : begins.isAfter(today) ? begins : today);
            return (reader.equals("legal") ? method.internal() : method.forSuppliers()).html();
        } catch (PackException e) {
            throw PackProblems.invalid(e.problems());
        }
    }

    @GET
    @Path("/{hash}/difference")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "What a pack changes of another one, cell by cell")
    public PackDifference difference(@PathParam("hash") String hash, @QueryParam("from") @Nullable String from) {
        if (from == null) {
            throw ProblemType.INVALID.because("The from must be present: the hash of the pack to compare with.");
        }
        if (packs.subject(from) != packs.subject(hash)) {
            throw ProblemType.INVALID.because("The from must be of the same subject as the pack it is compared with.");
        }
        return PackDifference.between(packs.files(from), packs.files(hash));
    }

    @POST
    @Path("/publications/{id}/ratify")
    @RolesAllowed(Role.LEGAL_APPROVER)
    @Operation(summary = "Lets an emergency stand; by somebody other than who published it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Published.class)))
    public Response ratify(@PathParam("id") long id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                "POST ratify " + id,
                () -> Response.ok(publications.shown(publishRulePack.ratify(id, actor.name())))
                        .build());
    }
}
