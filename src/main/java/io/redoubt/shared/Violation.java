package io.redoubt.shared;

/**
 * Something wrong with a document that somebody sent.
 *
 * @param pointer JSON pointer (RFC 6901) to the value, such as {@code /answers/3/value}
 * @param message {@code The <thing> (<value>) must <rule>.}
 */
public record Violation(String pointer, String message) {
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "/" : pointer) + " " + message;
    }
}
