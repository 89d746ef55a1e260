package io.redoubt.monitoring;

import io.redoubt.audit.AuditTrail;
import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.Band;
import io.redoubt.shared.Violation;
import io.redoubt.supplier.SupplierDocuments;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Sent;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which signals become alerts. A filter that names what is not there would never let anything pass, so it is refused. */
@Path("/api/v1/alert-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
class AlertRuleResource {
    private static final int MOST = 1_000;

    private final AlertRules rules;
    private final SupplierDocuments documents;
    private final ActiveMethodology methodology;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Actor actor;
    private final Clock clock;

    AlertRuleResource(
            AlertRules rules,
            SupplierDocuments documents,
            ActiveMethodology methodology,
            Idempotency idempotency,
            AuditTrail audit,
            Actor actor,
            Clock clock) {
        this.rules = rules;
        this.documents = documents;
        this.methodology = methodology;
        this.idempotency = idempotency;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** What is asked for; lists that are left out let everything pass. */
    record Wanted(
            @Nullable String name,
            @Nullable Boolean active,
            @Nullable List<Signal.Kind> kinds,
            @Nullable List<String> suppliers,
            @Nullable List<String> countries,
            @Nullable List<String> badges) {
        AlertFilter filter() {
            return new AlertFilter(present(kinds), present(suppliers), present(countries), present(badges));
        }

        private static <T> List<T> present(@Nullable List<T> list) {
            List<T> present = list == null ? List.of() : list;
            if (present.stream().anyMatch(Objects::isNull)) {
                throw ProblemType.MALFORMED.because("The lists must hold no null.");
            }
            return present.stream().distinct().toList();
        }
    }

    /** A rule as it is kept. */
    record Kept(long id, String name, boolean active, AlertFilter filter, String changedBy, long version) {
        static Kept of(AlertRule rule) {
            return new Kept(
                    Objects.requireNonNull(rule.id),
                    rule.name,
                    rule.active,
                    rule.filter(),
                    rule.changedBy,
                    rule.version);
        }
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.AUDITOR})
    @Operation(summary = "The rules, those that are switched off among them")
    @Transactional
    public List<Kept> all() {
        return rules.list("order by id", new Object[0]).stream().map(Kept::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SECURITY, Role.PROCUREMENT})
    @Operation(summary = "Keeps a rule")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Wanted sent) {
        Wanted wanted = Sent.present(sent);
        return idempotency.once(key, "POST alert-rules " + wanted, () -> {
            AlertRule rule = write(new AlertRule(), wanted);
            rules.persistAndFlush(rule);
            note("created", rule);
            return Response.created(URI.create("/api/v1/alert-rules/" + rule.id))
                    .header("ETag", Versions.tag(rule.version))
                    .entity(Kept.of(rule))
                    .build();
        });
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SECURITY, Role.PROCUREMENT})
    @Operation(summary = "Changes a rule, or switches it off; alerts that it has raised stay")
    @Transactional
    public Response change(
            @PathParam("id") Long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Wanted sent) {
        AlertRule rule = rules.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no alert rule (" + id + ")."));
        Versions.check(ifMatch, rule.version);
        write(rule, Sent.present(sent));
        rules.flush();
        note("changed", rule);
        return Response.ok(Kept.of(rule))
                .header("ETag", Versions.tag(rule.version))
                .build();
    }

    private AlertRule write(AlertRule rule, Wanted wanted) {
        String name = Sent.text(wanted.name(), "name");
        AlertFilter filter = wanted.filter();
        if (filter.suppliers().size() > MOST
                || filter.countries().size() > MOST
                || filter.badges().size() > MOST) {
            throw ProblemType.INVALID.because("The lists must each name at most " + MOST + ".");
        }
        List<Violation> violations = violations(filter);
        if (rules.count("name = ?1 and (?2 is null or id <> ?2)", name, rule.id) > 0) {
            violations.add(new Violation("/name", "The name (" + name + ") must be that of no other rule."));
        }
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID.because(violations);
        }
        rule.name = name;
        rule.filter = filter.json();
        rule.active = wanted.active() == null || wanted.active();
        rule.changedBy = actor.name();
        rule.changedAt = clock.instant();
        return rule;
    }

    private List<Violation> violations(AlertFilter filter) {
        List<Violation> violations = new ArrayList<>();
        if (filter.kinds().isEmpty()) {
            violations.add(new Violation("/kinds", "The kinds must name at least one."));
        }
        Collection<String> known = documents
                .on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Optional.empty(), filter.suppliers())
                .keySet();
        unknown("suppliers", filter.suppliers(), known, violations);
        unknown(
                "countries",
                filter.countries(),
                methodology.get().jurisdictions().countryCodes(),
                violations);
        List<String> badges = Stream.concat(
                        methodology.get().pack().bands().stream().map(Band::id), Stream.of("UNRATED", "DISQUALIFIED"))
                .toList();
        unknown("badges", filter.badges(), badges, violations);
        if (!filter.badges().isEmpty() && filter.kinds().stream().allMatch(Signal.Kind::isTold)) {
            violations.add(new Violation("/badges", "The badges must be empty where no kind follows from a rating."));
        }
        return violations;
    }

    private static void unknown(String list, List<String> named, Collection<String> known, List<Violation> violations) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                violations.add(new Violation(
                        "/" + list + "/" + i,
                        "The value (" + Problems.shown(named.get(i)) + ") must be one of the known " + list + "."));
            }
        }
    }

    private void note(String action, AlertRule rule) {
        audit.record(
                actor.name(),
                action,
                new AuditTrail.Subject("alert-rule", String.valueOf(rule.id)),
                Map.of("name", rule.name, "active", rule.active));
    }
}
