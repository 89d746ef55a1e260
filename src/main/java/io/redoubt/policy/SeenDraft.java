package io.redoubt.policy;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The draft that is changed, as its author has seen it. */
record SeenDraft(
        @PathParam("id") UUID id,
        @HeaderParam("If-Match") @Nullable String ifMatch) {}
