package io.redoubt.supplier;

import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.supplier.SupplierFixture.SUPPLIERS;
import static io.redoubt.supplier.SupplierFixture.created;
import static io.redoubt.supplier.SupplierFixture.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportResourceIT {
    @Inject
    DataSource database;

    @Test
    void an_import_takes_the_good_and_names_the_bad() {
        String good = freshId();
        String bad = "{\"id\": \"" + freshId() + "\"}";

        Response result =
                buyer().body("[" + document(good, "YES") + "," + bad + "]").post("/api/v1/imports");

        result.then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("rows[1].violations", hasSize(1))
                .body("rows[1].violations[0].pointer", equalTo("/id"));
    }

    @Test
    void the_same_import_again_changes_nothing() {
        String body = "[" + document(freshId(), "YES") + "," + document(freshId(), "NO") + "]";
        buyer().body(body).post("/api/v1/imports").then().body("created", equalTo(2));

        Response again = buyer().body(body).post("/api/v1/imports");

        again.then().body("created", equalTo(0)).body("changed", equalTo(0)).body("unchanged", equalTo(2));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        String id = freshId();

        Response dry = buyer().body(document(id, "YES")).post("/api/v1/imports?dryRun=true");

        dry.then().statusCode(200).body("created", equalTo(1)).body("dryRun", equalTo(true));
        buyer().get(SUPPLIERS + "/" + id).then().statusCode(404);
    }

    @Test
    void tables_of_suppliers_and_of_answers_add_up() {
        String id = freshId();
        Response suppliers = buyer().contentType("text/csv")
                .body("id,name,siteId,siteName,siteCountry\n" + id + ",Halvorix,S1,Plant,DEU\n" + id
                        + ",Halvorix,S2,Lab,POL\n")
                .post("/api/v1/imports");

        Response answers = buyer().contentType("text/csv")
                .body("supplier,question,value,verification,answeredOn\n" + id + ",Q-NDA,YES,DOCUMENTED,2026-03-01\n")
                .post("/api/v1/imports");

        suppliers.then().statusCode(200).body("created", equalTo(1));
        answers.then().statusCode(200).body("changed", equalTo(1));
        buyer().get(SUPPLIERS + "/" + id)
                .then()
                .body("sites.country", equalTo(List.of("DEU", "POL")))
                .body("answers[0].value", equalTo("YES"));
    }

    @Test
    void a_table_of_findings_adds_to_suppliers_that_exist() {
        String id = created("YES");

        Response findings = buyer().contentType("text/csv")
                .body("supplier,id,severity,standard,openedOn,dueOn\n" + id
                        + ",F-1,MAJOR,ISO_27001,2026-05-01,2026-08-01\n")
                .post("/api/v1/imports");

        findings.then().statusCode(200).body("changed", equalTo(1)).body("rows[0].added", equalTo(1));
        buyer().get(SUPPLIERS + "/" + id)
                .then()
                .body("name", equalTo("Halvorix GmbH"))
                .body("findings[0].severity", equalTo("MAJOR"));
    }

    @Test
    void a_table_with_a_misspelt_column_is_refused_at_its_place() {
        Response refused = buyer().contentType("text/csv")
                .body("supplier,question,valeu,answeredOn\nS-1,Q-NDA,YES,2026-01-01\n")
                .post("/api/v1/imports");

        refused.then()
                .statusCode(422)
                .body("violations", hasSize(1))
                .body(
                        "violations[0].message",
                        org.hamcrest.Matchers.startsWith("import.csv:1:3 The column (valeu) must be"));
    }

    @Test
    void what_no_parameter_means_is_refused_and_nothing_is_done() {
        String id = freshId();
        for (String query : List.of("?dryRun=maybe", "?dryRun=1", "?others=FOO")) {
            buyer().body(document(id, "YES"))
                    .post("/api/v1/imports" + query)
                    .then()
                    .statusCode(400);
        }
        buyer().urlEncodingEnabled(false).get(SUPPLIERS + "?q=%00").then().statusCode(400);
        buyer().get(SUPPLIERS + "/" + id).then().statusCode(404);
    }

    @Test
    void imports_that_change_one_supplier_at_once_are_all_taken() throws Exception {
        String id = created("YES");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> imports = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> buyer().body(document(id, i % 2 == 0 ? "NO" : "PARTIAL"))
                        .post("/api/v1/imports")
                        .statusCode())
                .toList();

        List<Future<Integer>> answers = threads.invokeAll(imports);

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        threads.shutdown();
    }

    @Test
    void a_database_that_forgets_which_ids_it_gave_away_takes_further_facts() throws SQLException {
        created("YES");
        long given = number("select last_value from fact_seq");
        String many = IntStream.range(0, 80)
                .mapToObj(i -> document(freshId(), "YES"))
                .collect(Collectors.joining(",", "[", "]"));
        buyer().body(many).post("/api/v1/imports?dryRun=true").then().body("created", equalTo(80));
        number("select setval('fact_seq', " + given + ")");
        created("YES");

        Response taken = buyer().body(many).post("/api/v1/imports");

        taken.then().statusCode(200).body("created", equalTo(80));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
