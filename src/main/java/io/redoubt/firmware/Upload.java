package io.redoubt.firmware;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something brought as evidence of a release.
 *
 * @param part which of its kind, where several are current at once; else empty
 * @param content its bytes, as they came
 * @param found what was read in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Upload(String supplier, String release, EvidenceKind kind, String part, byte[] content, ObjectNode found) {}
