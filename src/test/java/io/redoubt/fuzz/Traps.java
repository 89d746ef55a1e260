package io.redoubt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What code that came out of a mutant would leave behind: a folder where the attacks make theirs, a file in the working
 * directory, a child process, or a class that only a mutant names.
 */
final class Traps implements AutoCloseable {
    private final Path folder;
    private final SortedSet<String> files;
    private final long children;
    private final List<String> loaded;

    private Traps(Path folder) throws IOException {
        this.folder = folder;
        this.files = files();
        this.children = ProcessHandle.current().children().count();
        this.loaded = loaded();
    }

    /** @param folder an empty one */
    static Traps in(Path folder) throws IOException {
        System.setProperty("pwn", folder.resolve("pwned").toString());
        return new Traps(folder);
    }

    void assertUntouched() throws IOException {
        assertThat(folder).isEmptyDirectory();
        assertThat(files()).isEqualTo(files);
        assertThat(ProcessHandle.current().children().count()).isEqualTo(children);
        assertThat(loaded()).isEqualTo(loaded);
    }

    @Override
    public void close() {
        System.clearProperty("pwn");
    }

    private static SortedSet<String> files() throws IOException {
        try (Stream<Path> here = Files.list(Path.of(""))) {
            return here.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> loaded() {
        return HostileWords.BAIT.stream().filter(Traps::isLoaded).toList();
    }

    private static boolean isLoaded(String name) {
        try {
            Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
            find.setAccessible(true);
            for (ClassLoader loader = Traps.class.getClassLoader(); loader != null; loader = loader.getParent()) {
                if (find.invoke(loader, name) != null) {
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The tests must run with java.lang open to them.", e);
        }
    }
}
