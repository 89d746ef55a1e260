package io.redoubt.firmware;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** The release that something is brought of. */
record BroughtTo(
        @PathParam("id") String supplier,
        @PathParam("release") String release,
        @HeaderParam("Idempotency-Key") @Nullable String key) {
    /** @param found what was read of the content */
    Upload upload(EvidenceKind kind, String part, byte[] content, ObjectNode found) {
        return new Upload(supplier, release, kind, part, content, found);
    }
}
