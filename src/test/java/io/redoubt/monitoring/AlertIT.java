package io.redoubt.monitoring;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.redoubt.web.Cursor;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others tell of suppliers, what it does to ratings, and who must look at it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.OfTime.class, restrictToAnnotatedClass = true)
class AlertIT {
    private static final String NOTICES = "/api/v1/notices";
    private static final String RULES = "/api/v1/alert-rules";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static String supplier() {
        String id = freshId();
        buyer().body("{\"id\": \"" + id + "\", \"name\": \"Halvorix GmbH\","
                        + " \"sites\": [{\"id\": \"S1\", \"name\": \"Plant\", \"country\": \"DEU\"}], \"certifications\":"
                        + " [{\"id\": \"C-1\", \"scheme\": \"ISO_27001\", \"number\": \"4711\", \"edition\": \"2022\", \"accredited\":"
                        + " true, \"scopeMatch\": \"CONFIRMED\", \"reviewedBy\": \"sam.security\", \"validFrom\": \"2026-01-01\","
                        + " \"validUntil\": \"2028-12-31\"}]}")
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        return id;
    }

    private static Map<String, String> notice(String supplier, String kind, String subject, String reference) {
        return Map.of(
                "kind", kind,
                "supplier", supplier,
                "subject", subject,
                "occurredOn", "2026-11-01",
                "source", "watch",
                "reference", reference);
    }

    private static Response send(Object... notices) {
        return as("sam.security").body(List.of(notices)).post(NOTICES);
    }

    private static Response alerts(String supplier) {
        return buyer().get("/api/v1/alerts?supplier=" + supplier);
    }

    private static List<String> fired(String supplier) {
        String latest =
                buyer().get("/api/v1/suppliers/" + supplier + "/assessments").path("items[0].id");
        return latest == null
                ? List.of()
                : buyer().get("/api/v1/assessments/" + latest)
                        .path("contributions.findAll { it.truth == 'TRUE' }.rules.flatten().id");
    }

    @Test
    void a_change_of_hands_is_a_fact_that_rates_and_one_alert() {
        String supplier = supplier();

        send(notice(supplier, "HSM_VENDOR_CHANGE", "Maker B", supplier + "-1"))
                .then()
                .statusCode(200)
                .body("rows.status", contains("TAKEN"));
        send(
                        notice(supplier, "HSM_VENDOR_CHANGE", "Maker B", supplier + "-1"),
                        notice(supplier, "HSM_VENDOR_CHANGE", "Maker B", supplier + "-2"),
                        notice(supplier, "OWNER_CHANGE", "Maker B", supplier + "-2"))
                .then()
                .statusCode(200)
                .body("rows.status", contains("KNOWN", "TAKEN", "REFUSED"))
                .body("rows[2].violations[0].message", containsString("must be new"));

        await().atMost(LONGEST).until(() -> fired(supplier).contains("INC-04"));
        alerts(supplier)
                .then()
                .body("items.findAll { it.kind == 'HSM_VENDOR_CHANGE' }.times", contains(2))
                .body(
                        "items.find { it.kind == 'HSM_VENDOR_CHANGE' }.told",
                        containsString("watch (" + supplier + "-2)"));
    }

    @Test
    void an_alert_is_acknowledged_once_and_comes_again_as_another() {
        String supplier = supplier();
        send(notice(supplier, "LIST_STATUS", "Owner", supplier + "-1"));
        int id = alerts(supplier).path("items[0].id");
        String path = "/api/v1/alerts/" + id + "/acknowledge";

        as("anna.auditor").body(Map.of("remark", "Seen")).post(path).then().statusCode(403);
        as("sam.security").body(Map.of("remark", " ")).post(path).then().statusCode(422);
        as("sam.security")
                .body(Map.of("remark", "Screened again; no match"))
                .post(path)
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("sam.security"));
        as("sam.security").body(Map.of("remark", "Again")).post(path).then().statusCode(409);

        assertThat(alerts(supplier).<List<?>>path("items")).isEmpty();
        send(notice(supplier, "LIST_STATUS", "Owner", supplier + "-2"));
        alerts(supplier).then().body("items.times", contains(1));
    }

    @Test
    void a_suspended_certificate_counts_no_more_and_a_withdrawn_one_never_again() {
        String supplier = supplier();
        await().atMost(LONGEST).until(() -> !state(supplier).isEmpty());
        assertThat(state(supplier)).isEqualTo("VALID");

        status(supplier, "SUSPENDED", "1").then().body("rows.status", contains("TAKEN"));
        await().atMost(LONGEST).until(() -> "SUSPENDED".equals(state(supplier)));
        status(supplier, "VALID", "2").then().body("rows.status", contains("TAKEN"));
        await().atMost(LONGEST).until(() -> "VALID".equals(state(supplier)));
        status(supplier, "WITHDRAWN", "3").then().body("rows.status", contains("TAKEN"));
        await().atMost(LONGEST).until(() -> "WITHDRAWN".equals(state(supplier)));
        status(supplier, "VALID", "4")
                .then()
                .body("rows.status", contains("REFUSED"))
                .body("rows[0].violations[0].message", containsString("must stay withdrawn"));
    }

    private static Response status(String supplier, String after, String reference) {
        return send(Map.of(
                "kind", "CERTIFICATE_STATUS",
                "supplier", supplier,
                "subject", "C-1",
                "occurredOn", "2026-11-01",
                "source", "register",
                "reference", supplier + "-" + reference,
                "after", after));
    }

    /** What the latest rating saw of the certificate, by which of the dates it stands on. */
    private static String state(String supplier) {
        String latest =
                buyer().get("/api/v1/suppliers/" + supplier + "/assessments").path("items[0].id");
        if (latest == null) {
            return "";
        }
        Map<String, String> certificate = as("anna.auditor")
                .get("/api/v1/assessments/" + latest + "/facts")
                .path("supplier.certifications[0]");
        return certificate.containsKey("withdrawnOn")
                ? "WITHDRAWN"
                : certificate.containsKey("suspendedFrom") ? "SUSPENDED" : "VALID";
    }

    @Test
    void a_rating_that_gets_worse_is_an_alert_of_its_own() {
        String supplier = supplier();
        await().atMost(LONGEST).until(() -> !state(supplier).isEmpty());
        assertThat(alerts(supplier).<List<?>>path("items")).isEmpty();

        String path = "/api/v1/suppliers/" + supplier;
        buyer().header("If-Match", buyer().get(path).header("ETag"))
                .body("{\"id\": \"" + supplier + "\", \"ownership\": {\"ownerList\": \"LISTED_HALF_OR_MORE\"}}")
                .post(path + "/facts")
                .then()
                .statusCode(200);

        await().atMost(LONGEST)
                .until(() -> alerts(supplier).<List<String>>path("items.kind").contains("BADGE_WORSE"));
        alerts(supplier)
                .then()
                .body(
                        "items.find { it.kind == 'BADGE_WORSE' }.told",
                        equalTo("The supplier is DISQUALIFIED and was UNRATED."));
    }

    @Test
    void a_table_of_notices_is_tried_out_before_it_is_taken() {
        String supplier = supplier();
        String table = "kind,supplier,country,subject,occurredOn,source,reference,before,after\n"
                + "OWNER_CHANGE," + supplier + ",,Holding B.V.,2026-11-02,mail," + supplier
                + "-7,Holding A.V.,Holding B.V.\n"
                + "COUNTRY_FACTOR,,VNM,special_301,2026-11-02,mail," + supplier + "-8,,PFC\n"
                + "OWNER_CHANGE,NOBODY,,Holding B.V.,2026-11-02,mail," + supplier + "-9,,\n";

        table(table, "?dryRun=true").then().body("rows.status", contains("TAKEN", "TAKEN", "REFUSED"));
        assertThat(alerts(supplier).<List<?>>path("items")).isEmpty();
        table(table, "").then().statusCode(200).body("rows.status", contains("TAKEN", "TAKEN", "REFUSED"));

        alerts(supplier).then().body("items.kind", contains("OWNER_CHANGE"));
        await().atMost(LONGEST).until(() -> fired(supplier).contains("INC-07"));
        table("kind;supplier\n", "").then().statusCode(422).body("detail", containsString("commas"));
    }

    private static Response table(String table, String query) {
        return as("sam.security").contentType("text/csv").body(table).post(NOTICES + query);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "kind, GOSSIP, /kind",
        "kind, BADGE_WORSE, /kind",
        "occurredOn, 2999-01-01, /occurredOn",
        "occurredOn, yesterday, /occurredOn",
        "supplier, NOBODY, /supplier",
        "country, DEU, /supplier",
        "colour, blue, /colour",
        "source, '', /source",
        "before, 'x\u202Ey', /before"
    })
    void what_is_wrong_with_a_notice_is_told_at_its_field(String field, String value, String pointer) {
        String supplier = supplier();
        Map<String, String> wrong = new java.util.HashMap<>(notice(supplier, "OWNER_CHANGE", "B", supplier));
        wrong.put(field, value);

        send(wrong)
                .then()
                .statusCode(200)
                .body("rows.status", contains("REFUSED"))
                .body("rows[0].violations[0].pointer", equalTo(pointer));
        assertThat(alerts(supplier).<List<?>>path("items")).isEmpty();
    }

    @Test
    void a_filter_is_checked_when_it_is_saved_and_lets_pass_what_it_says() {
        String watched = supplier();
        String other = supplier();
        as("sam.security")
                .body(Map.of(
                        "name", "Nothing",
                        "kinds", List.of(),
                        "suppliers", List.of(watched, "NOBODY"),
                        "countries", List.of("GERMANY"),
                        "badges", List.of("PURPLE")))
                .post(RULES)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/kinds", "/suppliers/1", "/countries/0", "/badges/0", "/badges"));
        as("sam.security")
                .body(Map.of("name", "x", "kinds", List.of("GOSSIP")))
                .post(RULES)
                .then()
                .statusCode(400)
                .body("detail", containsString("HSM_VENDOR_CHANGE"));

        Response made = as("sam.security")
                .body(Map.of(
                        "name",
                        "Signing of " + watched,
                        "kinds",
                        List.of("SIGNING_PROVIDER_CHANGE"),
                        "suppliers",
                        List.of(watched)))
                .post(RULES);
        int rule = made.then().statusCode(201).extract().path("id");
        send(
                notice(watched, "SIGNING_PROVIDER_CHANGE", "P", watched),
                notice(other, "SIGNING_PROVIDER_CHANGE", "P", other));

        assertThat(alerts(watched).<List<Integer>>path("items.rule")).contains(rule);
        assertThat(alerts(other).<List<Integer>>path("items.rule")).hasSize(1).doesNotContain(rule);
        Map<String, Object> off =
                Map.of("name", "Signing of " + watched, "kinds", List.of("SIGNING_PROVIDER_CHANGE"), "active", false);
        as("sam.security").body(off).put(RULES + "/" + rule).then().statusCode(428);
        as("sam.security")
                .header("If-Match", made.header("ETag"))
                .body(off)
                .put(RULES + "/" + rule)
                .then()
                .statusCode(200);
        as("sam.security")
                .header("If-Match", made.header("ETag"))
                .body(off)
                .put(RULES + "/" + rule)
                .then()
                .statusCode(412);
        as("leo.legal").body(off).post(RULES).then().statusCode(403);
    }

    @Test
    void many_who_tell_one_change_at_once_tell_one_incident() throws Exception {
        String supplier = supplier();
        ExecutorService watchers = Executors.newFixedThreadPool(6);
        List<Callable<Response>> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, String> notice = notice(supplier, "OWNER_CHANGE", "Holding B.V.", supplier + "-" + i);
            sent.add(() -> send(notice));
        }

        for (Future<Response> answer : watchers.invokeAll(sent)) {
            answer.get().then().statusCode(200).body("rows.status", contains("TAKEN"));
        }
        watchers.shutdown();

        assertThat(buyer().get("/api/v1/suppliers/" + supplier).<List<?>>path("incidents"))
                .hasSize(1);
        alerts(supplier).then().body("items.find { it.kind == 'OWNER_CHANGE' }.times", equalTo(12));
    }

    @Test
    void a_filter_has_an_end() {
        List<String> many = IntStream.range(0, 100_000).mapToObj(i -> "S-" + i).toList();

        as("sam.security")
                .body(Map.of("name", "Many", "kinds", List.of("OWNER_CHANGE"), "suppliers", many))
                .post(RULES)
                .then()
                .statusCode(422)
                .body("detail", containsString("at most 1000"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "alerts, x",
        "reminders, 2026-11-01",
        "reminders, 2026-11-01 x",
        "reminders, +300000-01-01 1",
        "disputes, 2026-11-01T00:00:00Z",
        "disputes, 2026-11-01T00:00:00Z x",
        "disputes, +300000-01-01T00:00:00Z 00000000-0000-0000-0000-000000000001"
    })
    void a_cursor_that_no_page_has_answered_is_malformed(String list, String key) {
        buyer().queryParam("cursor", Cursor.of(key))
                .get("/api/v1/" + list)
                .then()
                .statusCode(400)
                .body("detail", containsString("cursor"));
    }
}
