package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import io.redoubt.shared.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drools.drl.ast.descr.PackageDescr;

/** Lets through a file that holds rules and nothing else. */
final class PackageGate {
    private PackageGate() {}

    /** Whether there is nothing else; says what there is where not. */
    static boolean letsThrough(String file, PackageDescr descriptor, Problems problems) {
        Map<String, Collection<?>> others = new LinkedHashMap<>();
        others.put("import", descriptor.getImports());
        others.put("import function", descriptor.getFunctionImports());
        others.put("import accumulate", descriptor.getAccumulateImports());
        others.put("global", descriptor.getGlobals());
        others.put("attribute", descriptor.getAttributes());
        others.put("function", descriptor.getFunctions());
        others.put("declare", descriptor.getTypeDeclarations());
        others.put("declare enum", descriptor.getEnumDeclarations());
        others.put("declare entry-point", descriptor.getEntryPointDeclarations());
        others.put("declare window", descriptor.getWindowDeclarations());
        others.values().removeIf(Collection::isEmpty);
        others.forEach((what, found) -> problems.add(
                place(file, found), "The file must not contain: " + what + ".\nMaybe only rules are needed."));
        boolean named = descriptor.getName() != null && !descriptor.getName().isEmpty();
        if (named || descriptor.getUnit() != null) {
            problems.add(Place.of(file, 1), "The file must not name a package or a unit.\nMaybe remove the line.");
            return false;
        }
        return others.isEmpty();
    }

    private static Place place(String file, Collection<?> found) {
        Object first = found.iterator().next();
        int line = first instanceof org.drools.drl.ast.descr.BaseDescr descr ? descr.getLine() : 1;
        return Place.of(file, Math.max(1, line));
    }
}
