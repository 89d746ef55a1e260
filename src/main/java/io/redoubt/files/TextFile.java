package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file as UTF-8 and nothing else, up to {@value #MAX_BYTES} bytes: a file in another encoding would be read
 * wrongly without anybody noticing, and a huge one would exhaust memory. A byte order mark, which spreadsheets write,
 * is skipped.
 */
public final class TextFile {
    /** The largest file that is read. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private TextFile() {}

    /**
     * Reads a file below a folder.
     *
     * @param file path relative to the folder, with {@code /}; what places in problems say
     * @return nothing where a problem was added
     */
    public static Optional<String> read(Path folder, String file, Problems problems) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return decode(in.readNBytes(MAX_BYTES + 1), file, problems);
        } catch (NoSuchFileException e) {
            problems.add(Place.of(file), "The file (" + shown(file) + ") must exist.");
        } catch (IOException e) {
            problems.add(
                    Place.of(file),
                    "The file (" + shown(file)
                            + ") must be readable.\nMaybe check that it is a file and its permissions.");
        }
        return Optional.empty();
    }

    /**
     * Reads the content of a file that came from elsewhere, such as an upload.
     *
     * @return nothing where a problem was added
     */
    public static Optional<String> decode(byte[] content, String file, Problems problems) {
        if (content.length > MAX_BYTES) {
            problems.add(Place.of(file), tooLarge(file));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        boolean failed = decoder.decode(bytes, characters, true).isError();
        String text = PlainText.withoutByteOrderMark(characters.flip().toString());
        if (failed) {
            problems.add(
                    PlainText.placeAt(file, text),
                    "The file (" + shown(file)
                            + ") must be encoded in UTF-8.\nMaybe save it again as \"CSV UTF-8\" or UTF-8.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    static String tooLarge(String file) {
        return "The file (" + shown(file) + ") must be at most " + MAX_BYTES / 1024 / 1024 + " MB.\nMaybe split it.";
    }
}
