package io.redoubt.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.PostgresResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds until Keycloak answers. */
@QuarkusTest
@TestProfile(UnreachableKeycloakIT.NobodyThere.class)
@QuarkusTestResource(PostgresResource.class)
class UnreachableKeycloakIT {
    private static final String SUPPLIERS = "/api/v1/suppliers";

    @Test
    void the_service_lives_and_is_not_ready() {
        given().get("/q/health/live").then().statusCode(200);

        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.findAll { it.status == 'DOWN' }.name", hasItem("Identity"));
    }

    @Test
    void a_token_can_not_be_checked_and_lets_nobody_in() {
        given().auth()
                .preemptive()
                .oauth2("eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.AAAA")
                .get(SUPPLIERS)
                .then()
                .statusCode(503)
                .header("Retry-After", "10")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redoubt:problem:unavailable"));
    }

    @Test
    void nobody_in_particular_is_told_to_bring_a_token() {
        given().get(SUPPLIERS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redoubt:problem:unauthenticated"));
    }

    /** An address of this machine where nothing can listen. */
    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("redoubt.identity", "keycloak", "redoubt.keycloak.url", "http://127.0.0.1:1/realms/redoubt");
        }
    }
}
