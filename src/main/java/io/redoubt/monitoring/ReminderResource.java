package io.redoubt.monitoring;

import io.redoubt.audit.AuditTrail;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.Deadline;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What ends soon, and who has seen to it. */
@Path("/api/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
class ReminderResource {
    private final Reminders reminders;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Actor actor;
    private final Clock clock;

    ReminderResource(Reminders reminders, Idempotency idempotency, AuditTrail audit, Actor actor, Clock clock) {
        this.reminders = reminders;
        this.idempotency = idempotency;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A reminder as it is told.
     *
     * @param what the scheme and number of a certificate, the text of a question, the severity of a finding
     * @param endsOn last day on which it counts, or by which it must be done
     */
    record Told(
            long id,
            String supplier,
            Deadline.Kind kind,
            String key,
            String what,
            @Nullable String site,
            LocalDate endsOn,
            int daysAhead,
            Instant raisedAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy) {
        static Told of(Reminder reminder) {
            return new Told(
                    Objects.requireNonNull(reminder.id),
                    reminder.supplierId,
                    reminder.kind,
                    reminder.key,
                    reminder.what,
                    reminder.site,
                    reminder.endsOn,
                    reminder.daysAhead,
                    reminder.raisedAt,
                    reminder.closedAt,
                    reminder.closedBy);
        }
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "Evidence, waivers, findings and engagements that end soon or have ended, the earliest first")
    @Transactional
    public Page<Told> open(
            @QueryParam("supplier") @Nullable String supplier,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        Optional<String> of = Optional.ofNullable(supplier);
        return Page.of(
                reminders.page(of, place(cursor), size + 1),
                size,
                Told::of,
                last -> last.endsOn() + " " + last.id(),
                reminders.countOpen(of));
    }

    private static Reminders.Place place(@Nullable String cursor) {
        return Cursor.read(cursor).isEmpty()
                ? new Reminders.Place(LocalDate.EPOCH, 0)
                : PageKey.place(cursor, parts -> new Reminders.Place(PageKey.day(parts[0]), Long.parseLong(parts[1])));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY})
    @Operation(summary = "Says that somebody sees to it; the next one, nearer to the end, is told all the same")
    public Response close(@PathParam("id") Long id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, "POST reminders " + id + " close", () -> {
            Reminder reminder = reminders
                    .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no reminder (" + id + ")."));
            if (reminder.closedAt != null) {
                throw ProblemType.CONFLICT.because("The reminder must be open; " + reminder.closedBy + " closed it.");
            }
            reminder.close(actor.name(), clock.instant());
            audit.record(
                    actor.name(),
                    "closed",
                    new AuditTrail.Subject("reminder", String.valueOf(id)),
                    Map.of("supplier", reminder.supplierId, "kind", reminder.kind, "key", reminder.key));
            return Response.ok(Told.of(reminder)).build();
        });
    }
}
