package io.redoubt.policy;

/** How a pack came to be in force. */
enum PublicationKind {
    /** The service began with it. */
    FIRST,
    /** With the notice that suppliers and buyers are owed. */
    PLANNED,
    /** At once, and only until it is ratified or ends by itself. */
    EMERGENCY
}
