package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.rulepack.PackException;
import io.redoubt.shared.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The texts of a pack, or of an edition of data, by path, wherever they come from: a folder, an upload, or the copy that was stored when the pack
 * first rated something.
 *
 * @param texts by path relative to the pack's folder, with {@code /}
 */
public record PackFiles(SortedMap<String, String> texts) {
    /** Most files in a pack. */
    public static final int MAX_FILES = 2_000;

    /** Deeper than any pack; what lies at the end is refused as no part of a pack. */
    private static final int MAX_DEPTH = 64;

    public PackFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Reads a folder. Links are not followed, and a file that is no part of a pack is refused: a misspelt name would
     * otherwise leave its rules out without a word.
     */
    public static PackFiles of(Path folder) throws PackException {
        return of(folder, Layout.RULES);
    }

    /** The same with files of another layout. */
    public static PackFiles of(Path folder, Layout layout) throws PackException {
        Problems problems = new Problems();
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : list(folder, layout, problems)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(Place.of(name), foreign(name));
            } else if (isPart(name, layout, problems)) {
                TextFile.read(folder, name, problems).ifPresent(text -> texts.put(name, text));
            }
        }
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        return new PackFiles(texts);
    }

    /** Refuses every text that is no part of a pack; a folder's files were checked when they were read. */
    public void check(Layout layout, Problems problems) {
        texts.keySet().forEach(name -> isPart(name, layout, problems));
    }

    private static boolean isPart(String name, Layout layout, Problems problems) {
        boolean known = layout.parts().matcher(name).matches();
        if (!known) {
            problems.add(Place.of(name), foreign(name));
        }
        return known;
    }

    private static String foreign(String name) {
        return "The file (" + Problems.shown(name) + ") must be a part of a pack and no link.\nMaybe move it out of"
                + " the pack, or see the layout in the README.";
    }

    private static List<Path> list(Path folder, Layout layout, Problems problems) {
        try (Stream<Path> paths = Files.walk(folder, MAX_DEPTH)) {
            List<Path> files = paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                            || folder.relativize(path).getNameCount() == MAX_DEPTH)
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
            if (files.size() > MAX_FILES) {
                problems.add(Place.of(layout.main()), "The pack must have at most " + MAX_FILES + " files.");
                return List.of();
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            // The latter where a folder further down can't be listed.
            problems.add(Place.of(layout.main()), "The folder (" + folder + ") must be readable.");
            return List.of();
        }
    }

    /** Whether a name on the way begins with a dot, as those of editors and of version control do. */
    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }

    /** The paths below a folder of the pack. */
    List<String> below(String folder) {
        return texts.keySet().stream().filter(path -> path.startsWith(folder)).toList();
    }

    /**
     * The text of a file that the pack says it has.
     *
     * @param place where it says so, which is where the mistake is if the file is missing
     */
    Optional<String> declared(String path, Place place, Problems problems) {
        String text = texts.get(path);
        if (text == null) {
            problems.add(place, missing(path));
        }
        return Optional.ofNullable(text);
    }

    private static String missing(String path) {
        return "The file (" + Problems.shown(path) + ") must exist in the pack.";
    }

    /** The text of a file; empty, and a problem, where it is missing. */
    String text(String path, Problems problems) {
        String text = texts.get(path);
        if (text == null) {
            problems.add(Place.of(path), missing(path));
            return "";
        }
        return text;
    }
}
