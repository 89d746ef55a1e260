package io.redoubt.rulepack.drl;

import io.redoubt.rulepack.drl.WeakenedMethod.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A second copy of the product and its tests in which refusals are missing. It is made of the compiled classes and lives
 * in a class loader of its own, so the product needs no switch that an attacker could find.
 */
final class WeakenedGate extends ClassLoader {
    /** The gate: every class that a text in DRL passes, but for the meaning of names, which tables share. */
    static final List<Class<?>> CLASSES = List.of(
            SafeDrlReader.class, PackageGate.class, RuleTranslator.class, ConstraintGrammar.class, DrlTokens.class);

    private static final String OURS = "io.redoubt.";

    private final Map<RefusalSite, Fate> fates;

    private WeakenedGate(Map<RefusalSite, Fate> fates) {
        super(WeakenedGate.class.getClassLoader());
        this.fates = fates;
    }

    /** Every place where the gate refuses. */
    static SortedSet<RefusalSite> sites() throws IOException {
        SortedSet<RefusalSite> sites = new TreeSet<>();
        for (Class<?> type : CLASSES) {
            weakened(bytes(type.getName()), type.getSimpleName(), site -> {
                sites.add(site);
                return Fate.STAYS;
            });
        }
        return sites;
    }

    /** The gate without some refusals; with none of them taken away it is the product. */
    static WeakenedGate without(Collection<RefusalSite> taken) {
        Map<RefusalSite, Fate> fates = new HashMap<>();
        for (RefusalSite site : taken) {
            fates.put(site, Fate.GOES_ON);
            if (!new WeakenedGate(Map.of(site, Fate.GOES_ON)).isSound()) {
                fates.put(site, Fate.LEAVES);
            }
        }
        return new WeakenedGate(fates);
    }

    /** Whether the machine takes the code: behind some refusals there is nothing to go on with. */
    private boolean isSound() {
        try {
            for (Class<?> type : CLASSES) {
                Class.forName(type.getName(), true, this);
            }
            return true;
        } catch (VerifyError e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new LinkageError("The gate must be compiled.", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try {
            byte[] code = bytes(name);
            boolean ofGate = CLASSES.stream().anyMatch(type -> type.getName().equals(name));
            String simple = name.substring(name.lastIndexOf('.') + 1);
            byte[] used = ofGate ? weakened(code, simple, site -> fates.getOrDefault(site, Fate.STAYS)) : code;
            return defineClass(name, used, 0, used.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in =
                WeakenedGate.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IOException("The class (" + name + ") must be compiled.");
            }
            return in.readAllBytes();
        }
    }

    private static byte[] weakened(byte[] code, String type, java.util.function.Function<RefusalSite, Fate> fates) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                                return new WeakenedMethod(next, type, name, fates);
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
