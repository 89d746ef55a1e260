package io.redoubt.shared;

/**
 * Something wrong with a file, in its author's words and at its place.
 *
 * @param message {@code The <thing> (<value>) must <rule>.}, on a second line perhaps {@code Maybe <action>.}
 */
public record Problem(Place place, String message) {
    @Override
    public String toString() {
        return place + " " + message;
    }
}
