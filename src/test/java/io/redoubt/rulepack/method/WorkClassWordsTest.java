package io.redoubt.rulepack.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.WorkClass;
import io.redoubt.rulepack.WorkClass.Activity;
import io.redoubt.rulepack.WorkClass.Sensitivity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever set of classes is named, exactly this set can be read back. */
class WorkClassWordsTest {
    private static final List<WorkClass> ALL = WorkClass.all();

    @Test
    void everySetOfClassesReadsBackFromItsWords() {
        for (int bits = 0; bits < 1 << ALL.size(); bits++) {
            // Given
            int set = bits;
            Set<WorkClass> classes = IntStream.range(0, ALL.size())
                    .filter(i -> (set >> i & 1) == 1)
                    .mapToObj(ALL::get)
                    .collect(Collectors.toCollection(TreeSet::new));

            // When
            String words = WorkClassWords.of(classes);

            // Then
            assertThat(readBack(words)).as(words).isEqualTo(classes);
        }
    }

    private static Set<WorkClass> readBack(String words) {
        Set<WorkClass> found = new TreeSet<>();
        for (String part : words.split(", and ", -1)) {
            List<String> names = Arrays.asList(part.split("[ ,]+", -1));
            boolean anySensitivity = part.startsWith("all work");
            boolean anyActivity = !part.contains(" work in ");
            for (Sensitivity sensitivity : Sensitivity.values()) {
                for (Activity activity : Activity.values()) {
                    if ((anySensitivity || names.contains(sensitivity.name()))
                            && (names.contains(activity.name()) || (anyActivity && part.startsWith("all ")))) {
                        found.add(new WorkClass(sensitivity, activity));
                    }
                }
            }
        }
        return found;
    }
}
