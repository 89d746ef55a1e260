package io.redoubt.policy;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft without its texts, as the API answers it. */
record Draft(
        UUID id,
        Subject subject,
        String title,
        DraftState state,
        String base,
        @Nullable String hash,
        List<String> authors,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable String approvedBy,
        @Nullable String turnedDown,
        long version) {
    /** The draft that is changed, as its author has seen it. */
    record Seen(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {}

    static Draft of(PackDraft draft, List<String> authors) {
        return new Draft(
                draft.id,
                draft.subject,
                draft.title,
                draft.state,
                draft.baseHash,
                draft.hash,
                authors,
                draft.createdAt,
                draft.submittedBy,
                draft.approvedBy,
                draft.turnedDown,
                draft.version);
    }

    /** What whoever changes it next says that he has seen. */
    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    Response answer() {
        return Response.ok(this).tag(tag(version)).build();
    }
}
