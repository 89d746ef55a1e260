package io.redoubt.rulepack.method;

import io.redoubt.rulepack.WorkClass;
import io.redoubt.rulepack.WorkClass.Activity;
import io.redoubt.rulepack.WorkClass.Sensitivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classes of work in as few words as say exactly which: whole sensitivities first, such as {@code all CRITICAL work},
 * then what is left by activity, such as {@code CONFIDENTIAL work in ASSEMBLY and TESTING}.
 */
final class WorkClassWords {
    private WorkClassWords() {}

    static String of(Collection<WorkClass> classes) {
        if (classes.containsAll(WorkClass.all())) {
            return "all work";
        }
        if (classes.isEmpty()) {
            return "no work";
        }
        Set<Sensitivity> whole = Arrays.stream(Sensitivity.values())
                .filter(sensitivity -> Arrays.stream(Activity.values())
                        .allMatch(activity -> classes.contains(new WorkClass(sensitivity, activity))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Sensitivity.class)));
        List<String> parts = new ArrayList<>();
        if (!whole.isEmpty()) {
            parts.add("all " + listed(whole) + " work");
        }
        rest(classes, whole)
                .forEach((sensitivities, activities) -> parts.add((sensitivities.size() == Sensitivity.values().length
                                ? "all work in "
                                : listed(sensitivities) + " work in ")
                        + listed(activities)));
        return String.join(", and ", parts);
    }

    /** Activities by the sensitivities at which they are meant beside the whole ones. */
    private static Map<Set<Sensitivity>, Set<Activity>> rest(Collection<WorkClass> classes, Set<Sensitivity> whole) {
        Map<Set<Sensitivity>, Set<Activity>> rest = new LinkedHashMap<>();
        for (Activity activity : Activity.values()) {
            Set<Sensitivity> at = classes.stream()
                    .filter(c -> c.activity() == activity && !whole.contains(c.sensitivity()))
                    .map(WorkClass::sensitivity)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Sensitivity.class)));
            if (!at.isEmpty()) {
                rest.computeIfAbsent(at, s -> EnumSet.noneOf(Activity.class)).add(activity);
            }
        }
        return rest;
    }

    private static String listed(Set<? extends Enum<?>> names) {
        return Prose.listed(names.stream().map(Enum::name).map(Prose::of).toList(), "and")
                .plain();
    }
}
