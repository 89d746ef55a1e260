package io.redoubt.identity;

import static io.redoubt.Api.freshId;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.Api;
import io.redoubt.PostgresResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who is let in where a real Keycloak says who is who. */
@QuarkusTest
@TestProfile(KeycloakIT.Keycloak.class)
@QuarkusTestResource(PostgresResource.class)
class KeycloakIT {
    private static final String SUPPLIERS = "/api/v1/suppliers";
    private static final List<String> ROLES = List.of(
            Role.PROCUREMENT,
            Role.LEGAL,
            Role.LEGAL_APPROVER,
            Role.SECURITY,
            Role.ENGINEERING,
            Role.EXECUTIVE,
            Role.AUDITOR,
            Role.SUPPLIER,
            Role.ADMINISTRATOR);

    private final DataSource database;
    private final Realm realm;

    @Inject
    KeycloakIT(DataSource database, @ConfigProperty(name = "redoubt.keycloak.url") String url) {
        this.database = database;
        this.realm = new Realm(url);
    }

    @Test
    void who_has_a_token_is_let_in_and_recorded_under_the_name_in_it() throws SQLException {
        // Given
        String id = freshId();
        String token = realm.token("petra.procurement");

        // When
        with(token).body(supplier(id)).post(SUPPLIERS).then().statusCode(201);
        with(token)
                .post(SUPPLIERS + "/" + id + "/assessments?asOf=2026-11-21")
                .then()
                .statusCode(201);

        // Then
        with(token)
                .get(SUPPLIERS + "/" + id + "/assessments")
                .then()
                .body("items.ratedBy", contains("petra.procurement"));
        assertThat(actors(id)).isNotEmpty().containsOnly("petra.procurement");
    }

    @Test
    void every_demo_user_has_the_roles_that_they_have_without_keycloak() {
        DemoIdentity.USERS.forEach((user, roles) -> {
            String claims =
                    new String(Base64.getUrlDecoder().decode(realm.token(user).split("\\.", -1)[1]), UTF_8);

            List<String> granted =
                    io.restassured.path.json.JsonPath.from(claims).getList("realm_access.roles");

            assertThat(granted).as(user).containsAll(roles);
            assertThat(granted.stream().filter(ROLES::contains)).as(user).hasSameSizeAs(roles);
        });
    }

    @Test
    void a_missing_role_is_forbidden() {
        String token = realm.token("anna.auditor");
        with(token).get(SUPPLIERS).then().statusCode(200);

        Response refused = with(token).body(supplier(freshId())).post(SUPPLIERS);

        refused.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redoubt:problem:forbidden"));
    }

    @Test
    void an_integration_may_do_nothing_until_it_is_given_a_role() {
        String token = realm.tokenOfIntegration();

        Response refused = with(token).get(SUPPLIERS);

        refused.then().statusCode(403).body("type", equalTo("urn:redoubt:problem:forbidden"));
    }

    @Test
    void who_has_no_token_is_told_to_bring_one() {
        assertUnauthenticated(given().get(SUPPLIERS));
    }

    @Test
    void a_demo_user_means_nothing_here() {
        assertUnauthenticated(Api.buyer().get(SUPPLIERS));
    }

    @Test
    void a_token_of_another_realm_is_refused() {
        String token = realm.elsewhere().token("petra.procurement");

        assertUnauthenticated(with(token).get(SUPPLIERS));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        String token = realm.token("petra.procurement", "admin-cli");

        assertUnauthenticated(with(token).get(SUPPLIERS));
    }

    @Test
    void a_token_that_somebody_changed_is_refused() {
        // Given
        String[] parts = realm.token("anna.auditor").split("\\.", -1);
        String more =
                new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"auditor\"", "\"procurement\"");
        String changed = encode(more);

        for (String forged : List.of(
                parts[0] + "." + changed + "." + parts[2],
                encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + changed + ".",
                parts[0] + "." + parts[1],
                "x")) {
            // When
            Response answer = with(forged).get(SUPPLIERS);

            // Then
            assertUnauthenticated(answer);
        }
    }

    @Test
    void a_token_is_refused_once_it_has_expired() {
        String token = realm.token("petra.procurement", "test-brief");
        with(token).get(SUPPLIERS).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> with(token).get(SUPPLIERS).statusCode() == 401);

        assertUnauthenticated(with(token).get(SUPPLIERS));
    }

    @Test
    void the_service_is_ready_while_it_knows_the_realm() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static void assertUnauthenticated(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redoubt:problem:unauthenticated"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String supplier(String id) {
        return "{\"id\": \"" + id + "\", \"name\": \"Halvorix GmbH\"}";
    }

    private List<String> actors(String supplier) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select actor from audit_event where object_id = ?")) {
            query.setString(1, supplier);
            List<String> actors = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    actors.add(rows.getString(1));
                }
            }
            return actors;
        }
    }

    /** Nothing but the switch. */
    public static class Keycloak implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("redoubt.identity", "keycloak");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeycloakResource.class));
        }
    }
}
