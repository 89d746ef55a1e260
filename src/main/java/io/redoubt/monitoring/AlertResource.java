package io.redoubt.monitoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.audit.AuditTrail;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
import io.redoubt.web.Sent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What somebody must look at, and who has. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
class AlertResource {
    private final Alerts alerts;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Actor actor;
    private final Clock clock;

    AlertResource(Alerts alerts, Idempotency idempotency, AuditTrail audit, Actor actor, Clock clock) {
        this.alerts = alerts;
        this.idempotency = idempotency;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** The kept alerts. */
    @ApplicationScoped
    static class Alerts implements PanacheRepositoryBase<Alert, Long> {
        private static final String OPEN = "acknowledgedAt is null and (?1 = '' or supplierId = ?1)";

        List<Alert> before(String supplier, long id, int limit) {
            return find(OPEN + " and id < ?2 order by id desc", supplier, id)
                    .page(0, limit)
                    .list();
        }

        long countOpen(String supplier) {
            return count(OPEN, supplier);
        }
    }

    /** What whoever acknowledges it means to do, or why nothing. */
    record Acknowledgement(@Nullable String remark) {}

    /** An alert as it is told. */
    record Told(
            long id,
            @Nullable String supplier,
            Signal.Kind kind,
            String subject,
            String told,
            long rule,
            int times,
            Instant firstAt,
            Instant lastAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String remark) {
        static Told of(Alert alert) {
            return new Told(
                    alert.id,
                    alert.supplierId,
                    alert.kind,
                    alert.subject,
                    alert.told,
                    alert.ruleId,
                    alert.times,
                    alert.firstAt,
                    alert.lastAt,
                    alert.acknowledgedBy,
                    alert.acknowledgedAt,
                    alert.remark);
        }
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.AUDITOR})
    @Operation(summary = "Alerts that nobody has acknowledged, the latest first")
    @Transactional
    public Page<Told> open(
            @QueryParam("supplier") @DefaultValue("") String supplier,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                alerts.before(supplier, PageKey.number(cursor, Long.MAX_VALUE), size + 1),
                size,
                Told::of,
                last -> String.valueOf(last.id()),
                alerts.countOpen(supplier));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL})
    @Operation(summary = "Says who has looked at it and what follows; the same again is a new alert")
    public Response acknowledge(
            @PathParam("id") Long id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Acknowledgement sent) {
        String remark = Sent.text(Sent.present(sent).remark(), "remark");
        return idempotency.once(key, "POST alerts " + id + " acknowledge " + remark, () -> {
            Alert alert = alerts.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no alert (" + id + ")."));
            if (alert.acknowledgedBy != null) {
                throw ProblemType.CONFLICT.because(
                        "The alert must be open; " + alert.acknowledgedBy + " acknowledged it.");
            }
            alert.acknowledgedBy = actor.name();
            alert.acknowledgedAt = clock.instant();
            alert.remark = remark;
            audit.record(
                    actor.name(),
                    "acknowledged",
                    new AuditTrail.Subject("alert", String.valueOf(id)),
                    Map.of("kind", alert.kind, "subject", alert.subject, "remark", remark));
            return Response.ok(Told.of(alert)).build();
        });
    }
}
