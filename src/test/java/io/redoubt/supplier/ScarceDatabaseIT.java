package io.redoubt.supplier;

import static io.redoubt.Api.buyer;
import static io.redoubt.supplier.SupplierFixture.SUPPLIERS;
import static io.redoubt.supplier.SupplierFixture.document;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** With few connections and little time. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(ScarceDatabaseIT.Scarce.class)
class ScarceDatabaseIT {
    private static final int MANY = 1000;

    /** Few connections, and transactions of at most a second where nothing else is said. */
    public static class Scarce implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size", "4",
                    "quarkus.datasource.jdbc.acquisition-timeout", "0.3s",
                    "quarkus.transaction-manager.default-transaction-timeout", "1s");
        }
    }

    @Inject
    DataSource database;

    @Test
    void an_import_may_take_longer_than_other_requests() {
        String many = IntStream.range(0, MANY)
                .mapToObj(i -> document("M-" + i, "YES"))
                .collect(Collectors.joining(",", "[", "]"));

        Response result = buyer().body(many).post("/api/v1/imports");

        result.then().statusCode(200).body("created", equalTo(MANY));
        buyer().body(many)
                .post("/api/v1/imports?dryRun=true")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(MANY));
    }

    @Test
    void a_request_that_gets_no_connection_is_told_to_come_again() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            Response refused = await().dontCatchUncaughtExceptions()
                    .until(() -> askWithout(taken), answer -> answer.statusCode() != 200);

            refused.then().statusCode(503).body("type", equalTo("urn:redoubt:problem:unavailable"));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private Response askWithout(List<Connection> taken) {
        takeAll(taken);
        return buyer().get(SUPPLIERS);
    }

    private void takeAll(List<Connection> taken) {
        try {
            while (true) {
                taken.add(database.getConnection());
            }
        } catch (SQLException none) {
            // Recurring work holds some now and then, so how many there are to take is not known before.
            return;
        }
    }
}
