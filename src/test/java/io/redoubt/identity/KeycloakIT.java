package io.redoubt.identity;

import static io.redoubt.Api.freshId;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who is let in where a real Keycloak says who is who, and what for. */
@QuarkusTest
@TestProfile(KeycloakProfile.class)
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
        Realm.with(token).body(supplier(id)).post(SUPPLIERS).then().statusCode(201);
        Realm.with(token)
                .post(SUPPLIERS + "/" + id + "/assessments?asOf=2026-11-21")
                .then()
                .statusCode(201);

        // Then
        Realm.with(token)
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
        Realm.with(token).get(SUPPLIERS).then().statusCode(200);

        Response refused = Realm.with(token).body(supplier(freshId())).post(SUPPLIERS);

        refused.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redoubt:problem:forbidden"));
    }

    @Test
    void an_integration_may_do_nothing_until_it_is_given_a_role() {
        String token = realm.tokenOfIntegration();

        Response refused = Realm.with(token).get(SUPPLIERS);

        refused.then().statusCode(403).body("type", equalTo("urn:redoubt:problem:forbidden"));
    }

    @Test
    void the_service_is_ready_while_it_knows_the_realm() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
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
}
