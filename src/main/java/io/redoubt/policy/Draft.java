package io.redoubt.policy;

import jakarta.persistence.Tuple;
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

    /** @param row its columns by the names of the fields */
    static Draft of(Tuple row, List<String> authors) {
        return new Draft(
                row.get("id", UUID.class),
                row.get("subject", Subject.class),
                row.get("title", String.class),
                row.get("state", DraftState.class),
                row.get("base", String.class),
                row.get("hash", String.class),
                authors,
                row.get("createdAt", Instant.class),
                row.get("submittedBy", String.class),
                row.get("approvedBy", String.class),
                row.get("turnedDown", String.class),
                row.get("version", Long.class));
    }

    /** What whoever changes it next says that he has seen. */
    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    Response answer() {
        return Response.ok(this).tag(tag(version)).build();
    }
}
