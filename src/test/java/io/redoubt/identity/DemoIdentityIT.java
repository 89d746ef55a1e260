package io.redoubt.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DemoIdentityIT {
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJwcmVmZXJyZWRfdXNlcm5hbWUiOiJwZXRyYS5wcm9jdXJlbWVudCJ9.";

    @Test
    void a_token_means_nothing_without_keycloak() {
        given().auth()
                .preemptive()
                .oauth2(TOKEN)
                .get("/api/v1/suppliers")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Basic realm=\"redoubt demo\"")
                .body("type", equalTo("urn:redoubt:problem:unauthenticated"));
    }

    @Test
    void a_name_that_a_stranger_resolved_to_this_machine_opens_nothing() {
        given().auth()
                .preemptive()
                .basic("petra.procurement", "demo")
                .header("Host", "stranger.example:8080")
                .get("/api/v1/suppliers")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:redoubt:problem:unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST"})
    void every_name_of_this_machine_is_known(String host) {
        given().auth()
                .preemptive()
                .basic("petra.procurement", "demo")
                .header("Host", host)
                .get("/api/v1/suppliers")
                .then()
                .statusCode(200);
    }

    @Test
    void the_service_is_ready_without_keycloak() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
