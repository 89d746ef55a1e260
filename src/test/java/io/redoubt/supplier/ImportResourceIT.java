package io.redoubt.supplier;

import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.supplier.SupplierFixture.SUPPLIERS;
import static io.redoubt.supplier.SupplierFixture.created;
import static io.redoubt.supplier.SupplierFixture.document;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportResourceIT {

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
}
