package io.redoubt.supplier;

import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.PostgresResource.waiting;
import static io.redoubt.supplier.SupplierFixture.created;
import static io.redoubt.supplier.SupplierFixture.document;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An import that meets somebody else's change of the same supplier waits for it, and then does its work. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrentImportIT {
    @Inject
    DataSource database;

    @Test
    void an_import_outlives_a_change_of_one_of_its_suppliers() throws Exception {
        String id = created("YES");

        Response result = importedDuring("update supplier set version = version + 1 where id = '" + id + "'", id);

        result.then().statusCode(200).body("changed", equalTo(1)).body("rows[0].corrected", equalTo(1));
    }

    @Test
    void an_import_outlives_the_creation_of_one_of_its_suppliers() throws Exception {
        String id = freshId();

        Response result =
                importedDuring("insert into supplier values ('" + id + "', 'Halvorix', 0, now(), 'other')", id);

        result.then().statusCode(200).body("changed", equalTo(1)).body("created", equalTo(0));
    }

    private Response importedDuring(String change, String id) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(change);
            CompletableFuture<Response> imported = CompletableFuture.supplyAsync(
                    () -> buyer().body(document(id, "NO")).post("/api/v1/imports"));
            await().until(() -> waiting(database));
            connection.commit();
            return imported.get();
        }
    }
}
