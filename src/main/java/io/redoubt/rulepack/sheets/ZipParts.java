package io.redoubt.rulepack.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a workbook by name, and the decision which zip files are opened at all. The central directory counts, as
 * in Excel: whoever looks at the file sees what is read here. What the directory says is checked before anything is
 * unpacked, and a part that turns out larger or other than it says is refused while it is read.
 */
final class ZipParts implements Closeable {
    /** The largest file. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    /** The most parts; a workbook of ours has about twelve. */
    static final int MAX_ENTRIES = 200;

    /** The largest part when unpacked. */
    static final long MAX_ENTRY = 32L * 1024 * 1024;

    /** All parts together when unpacked. */
    static final long MAX_TOTAL = 64L * 1024 * 1024;

    /** How many times larger a large part may become; real sheets stay below 50. */
    static final long MAX_RATIO = 200;

    /** Up to this size, that of the largest table, a part may say the same as often as it likes. */
    static final long SMALL = 4L * 1024 * 1024;

    private static final byte[] ENTRY = {'P', 'K', 3, 4};
    private static final byte[] DIRECTORY = {'P', 'K', 1, 2};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);
    private static final Pattern NAME = Pattern.compile("[\\w\\[\\] .()%+-]+(/[\\w\\[\\] .()%+-]+)*/?");
    private static final Pattern DOTS = Pattern.compile("(^|.*/)\\.\\.?(/.*|$)");

    private final String file;
    private final ZipFile zip;
    private final SortedMap<String, ZipArchiveEntry> entries = new TreeMap<>();
    private final List<InputStream> opened = new ArrayList<>();
    private long total;

    private ZipParts(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static ZipParts open(byte[] content, String file) throws Refused {
        Place place = Place.of(file);
        if (content.length > MAX_BYTES) {
            throw new Refused(
                    place, "The file (" + shown(file) + ") must be at most " + MAX_BYTES / 1024 / 1024 + " MB.");
        }
        if (startsWith(content, 0, COMPOUND)) {
            throw new Refused(
                    place,
                    "The file (" + shown(file) + ") must be an unprotected workbook of today's form.\nMaybe save it as"
                            + " Excel workbook (.xlsx) without a password.");
        }
        if (!startsWith(content, 0, ENTRY)) {
            throw new Refused(
                    place,
                    "The file (" + shown(file) + ") must be a workbook.\nMaybe save it as Excel workbook (.xlsx).");
        }
        if (listed(content) > MAX_ENTRIES) {
            throw new Refused(place, "The file (" + shown(file) + ") must have at most " + MAX_ENTRIES + " parts.");
        }
        return opened(content, file);
    }

    private static ZipParts opened(byte[] content, String file) throws Refused {
        try {
            ZipFile zip = ZipFile.builder()
                    .setUseUnicodeExtraFields(false)
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .get();
            ZipParts parts = new ZipParts(file, zip);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.add(entry);
            }
            return parts;
        } catch (IOException | RuntimeException e) {
            // The library answers some broken directories with an IllegalArgumentException.
            throw damaged(file);
        }
    }

    private void add(ZipArchiveEntry entry) throws Refused {
        // The library's own form of the name has slashes where the file may have backslashes.
        String name = new String(entry.getRawName(), StandardCharsets.UTF_8);
        refuseUnless(
                NAME.matcher(name).matches() && !DOTS.matcher(name).matches(),
                name,
                "have a plain name inside the workbook.");
        refuseUnless(!entry.getGeneralPurposeBit().usesEncryption(), name, "not be encrypted.");
        refuseUnless(METHODS.contains(entry.getMethod()), name, "be stored or deflated.");
        refuseUnless(entry.getSize() >= 0 && entry.getSize() <= MAX_ENTRY, name, "be at most 32 MB when unpacked.");
        refuseUnless(
                entry.getSize() <= SMALL || entry.getSize() / MAX_RATIO <= entry.getCompressedSize(),
                name,
                "unpack to at most " + MAX_RATIO + " times its size.");
        total += entry.getSize();
        refuseUnless(total <= MAX_TOTAL, name, "not unpack to more than 64 MB together with the others.");
        refuseUnless(entries.putIfAbsent(key(name), entry) == null, name, "be in the file once.");
    }

    private void refuseUnless(boolean holds, String name, String rule) throws Refused {
        if (!holds) {
            throw new Refused(Place.of(file), "The part (" + shown(name) + ") must " + rule);
        }
    }

    /** The names of all parts, in lower case: names differ by more than that. */
    Set<String> names() {
        return entries.keySet();
    }

    /** The content of a part; nothing where there is none. Other bytes than the directory promises are refused. */
    Optional<InputStream> open(String name) throws Refused {
        ZipArchiveEntry entry = entries.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        try {
            InputStream part = new CheckedPart(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
            opened.add(part);
            return Optional.of(part);
        } catch (IOException | RuntimeException e) {
            throw damaged(file);
        }
    }

    static Refused damaged(String file) {
        return new Refused(
                Place.of(file),
                "The file (" + shown(file)
                        + ") must be a whole and undamaged workbook.\nMaybe save or upload it again.");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** How many parts a directory can list, told before it is read. */
    private static int listed(byte[] content) {
        int found = 0;
        for (int i = 0; i + DIRECTORY.length <= content.length; i++) {
            found += startsWith(content, i, DIRECTORY) ? 1 : 0;
        }
        return found;
    }

    private static boolean startsWith(byte[] content, int from, byte[] sign) {
        return content.length >= from + sign.length
                && Arrays.equals(content, from, from + sign.length, sign, 0, sign.length);
    }

    @Override
    public void close() throws IOException {
        for (InputStream part : opened) {
            part.close();
        }
        zip.close();
    }
}
