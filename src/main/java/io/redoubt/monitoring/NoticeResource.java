package io.redoubt.monitoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.shared.Violation;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Sent;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes in what others tell: services that watch, registers, a mail that somebody typed into a table. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
class NoticeResource {
    private static final int MOST = 1_000;
    private static final String ABOUT =
            "Each notice is taken in or refused by itself, with a result for each. What bears on"
                    + " the rating is recorded as a fact and rates from then on; what an alert rule lets pass becomes an alert. The same"
                    + " source tells the same reference once. A dry run changes nothing.";
    private static final String JSON_EXAMPLE = """
            [{"kind": "CERTIFICATE_STATUS", "supplier": "S-001", "subject": "C-1", "occurredOn": "2026-11-01",
              "source": "certificate-watch", "reference": "4711", "after": "SUSPENDED"}]
            """;
    private static final String CSV_EXAMPLE = """
            kind,supplier,subject,occurredOn,source,reference,before,after
            HSM_VENDOR_CHANGE,S-001,Signing line 2,2026-11-01,newsletter,2026-44,Maker A,Maker B
            """;

    private final TakeNotice takeNotice;
    private final Idempotency idempotency;
    private final Actor actor;

    NoticeResource(TakeNotice takeNotice, Idempotency idempotency, Actor actor) {
        this.takeNotice = takeNotice;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** @param row place among those sent, from 1 */
    record Row(int row, TakeNotice.Status status, List<Violation> violations) {}

    /** What became of them, or would. */
    record Result(boolean dryRun, List<Row> rows) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL})
    @Operation(summary = "Takes in notices from JSON", description = ABOUT)
    public Response json(
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a suspension", value = JSON_EXAMPLE)))
                    @Nullable
                    List<Map<String, String>> sent) {
        return run(key, dryRun, Sent.present(sent));
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL})
    @Operation(summary = "Takes in notices from CSV", description = ABOUT)
    public Response csv(
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a change of hands", value = CSV_EXAMPLE)))
                    String body) {
        Problems problems = new Problems();
        List<Map<String, String>> notices = new ArrayList<>();
        CsvTable.of("notices.csv", body, problems).ifPresent(table -> {
            table.columns(
                    List.of("kind", "subject", "occurredOn", "source", "reference"),
                    List.of("supplier", "country", "before", "after"));
            table.rows().forEach(row -> notices.add(fields(row)));
        });
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.because(problems.list().stream()
                    .map(p -> new Violation(
                            "/" + p.place().line() + "/" + p.place().column(), p.place() + " " + p.message()))
                    .toList());
        }
        return run(key, dryRun, notices);
    }

    private static Map<String, String> fields(CsvRow row) {
        Map<String, String> fields = new LinkedHashMap<>();
        Notice.FIELDS.forEach(
                name -> row.optional(name).flatMap(cell -> cell.text()).ifPresent(text -> fields.put(name, text)));
        return fields;
    }

    private Response run(@Nullable String key, boolean dryRun, List<Map<String, String>> notices) {
        if (notices.size() > MOST) {
            throw ProblemType.TOO_LARGE.because("A request must have at most " + MOST + " notices.");
        }
        if (dryRun) {
            QuarkusTransaction.begin();
            try {
                return Response.ok(new Result(true, rows(notices))).build();
            } finally {
                QuarkusTransaction.rollback();
            }
        }
        return idempotency.once(
                key,
                "POST notices " + notices,
                () -> Response.ok(new Result(false, rows(notices))).build());
    }

    private List<Row> rows(List<Map<String, String>> notices) {
        takeNotice.lock(notices.stream()
                .map(notice -> Sent.present(notice).getOrDefault("supplier", ""))
                .collect(Collectors.toSet()));
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> notice : notices) {
            TakeNotice.Result result = takeNotice.take(Sent.present(notice), actor.name());
            rows.add(new Row(rows.size() + 1, result.status(), result.violations()));
        }
        return rows;
    }
}
