package io.redoubt.supplier;

import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;

/** Suppliers with one site and one answer. */
final class SupplierFixture {
    static final String SUPPLIERS = "/api/v1/suppliers";

    private SupplierFixture() {}

    static String document(String id, String answer) {
        return """
                {"id": "%s", "name": "Halvorix GmbH", "sites": [{"id": "S1", "name": "Plant", "country": "DEU"}],
                 "answers": [{"question": "Q-NDA", "state": "ANSWERED", "value": "%s", "verification": "DOCUMENTED",
                              "answeredOn": "2026-03-01"}]}
                """.replaceFirst("%s", id).replaceFirst("%s", answer);
    }

    static String created(String answer) {
        String id = freshId();
        buyer().body(document(id, answer)).post(SUPPLIERS).then().statusCode(201);
        return id;
    }
}
