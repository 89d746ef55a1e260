package io.redoubt.firmware.sbom;

/** An upload that can't be read; the message is for its sender. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }
}
