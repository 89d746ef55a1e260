package io.redoubt.firmware.sbom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What an upload may cost. Real bills of materials of firmware have a few hundred to a few thousand components; twenty
 * thousand with all their relationships fit.
 */
final class Limits {
    static final int BYTES = 32 * 1024 * 1024;
    static final int DEPTH = 64;
    static final int COMPONENTS = 20_000;

    /** Each becomes a fact that every rating reads. */
    static final int STATEMENTS = 5_000;

    /** Fields, values and brackets of JSON; elements and texts of XML. */
    static final int TOKENS = 4_000_000;

    static final int LONGEST_TEXT = 1024 * 1024;

    private Limits() {}

    /** The text of an upload, which is UTF-8 whatever it says of itself. */
    static String text(byte[] content) throws UnreadableException {
        if (content.length > BYTES) {
            throw new UnreadableException("The file (" + content.length + " bytes) must have at most " + BYTES + ".");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            requireStorable(text);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException("The file must be UTF-8.\nMaybe save it with that encoding.");
        }
    }

    /** Escapes of JSON and YAML can make texts that no file, and no database, can hold. */
    static void requireStorable(String text) throws UnreadableException {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean paired = Character.isHighSurrogate(letter)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (letter == 0 || (Character.isSurrogate(letter) && !paired)) {
                throw new UnreadableException(
                        "The texts of the file must have no NUL and no half of a character (UTF-16"
                                + " surrogate).\nMaybe the tool that wrote it cut a text in two.");
            }
            i += paired ? 1 : 0;
        }
    }

    static void requireDepth(int depth) throws UnreadableException {
        if (depth > DEPTH) {
            throw new UnreadableException("The file must be nested at most " + DEPTH + " deep.");
        }
    }

    static void requireTokens(int tokens) throws UnreadableException {
        if (tokens > TOKENS) {
            throw new UnreadableException("The file must have at most " + TOKENS + " fields and values.");
        }
    }

    static void requireComponents(int components) throws UnreadableException {
        if (components > COMPONENTS) {
            throw new UnreadableException("The bill of materials must list at most " + COMPONENTS
                    + " components.\nMaybe split it by product.");
        }
    }
}
