package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.scoring.FactRow;
import io.redoubt.scoring.drools.FieldColumn.Entry;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to 64 rules of one group decided together: each is a bit, the columns of the fields that they compare leave the
 * rules standing that hold, and only alternatives are tested rule by rule.
 */
final class RuleBlock {
    private static final int SIZE = Long.SIZE;

    private final long all;
    private final int[] numbers;
    private final FieldColumn[] columns;
    private final RowTest[] alternatives;
    private final long withAlternatives;

    /**
     * Which column a comparison is in.
     *
     * @param before how many of its rule's comparisons come first that are like it: a column has one of each rule
     */
    private record Key(FactField field, ColumnKind kind, int before) {
        static Key of(Comparison comparison, List<Comparison> all) {
            ColumnKind kind = ColumnKind.of(comparison.operator());
            return new Key(comparison.field(), kind, (int) all.subList(0, all.indexOf(comparison)).stream()
                    .filter(c -> c.field().equals(comparison.field()) && ColumnKind.of(c.operator()) == kind)
                    .count());
        }
    }

    /** The members in blocks, those together that compare the same fields. */
    static RuleBlock[] of(List<BlockMember> members) {
        List<BlockMember> sorted = members.stream()
                .sorted(Comparator.comparing(BlockMember::fields).thenComparing(BlockMember::number))
                .toList();
        List<RuleBlock> blocks = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += SIZE) {
            blocks.add(new RuleBlock(sorted.subList(from, Math.min(from + SIZE, sorted.size()))));
        }
        return blocks.toArray(RuleBlock[]::new);
    }

    private RuleBlock(List<BlockMember> members) {
        this.all = ~0L >>> (SIZE - members.size());
        this.numbers = members.stream().mapToInt(BlockMember::number).toArray();
        this.alternatives = members.stream().map(BlockMember::alternatives).toArray(RowTest[]::new);
        Map<Key, List<Entry>> columns = new LinkedHashMap<>();
        long alternatives = 0;
        for (int i = 0; i < members.size(); i++) {
            List<Comparison> comparisons = members.get(i).comparisons();
            for (Comparison comparison : comparisons) {
                columns.computeIfAbsent(Key.of(comparison, comparisons), key -> new ArrayList<>())
                        .add(new Entry(
                                1L << i, comparison, members.get(i).rule().then() instanceof Bar));
            }
            alternatives |= comparisons.size() < members.get(i).parts().size() ? 1L << i : 0;
        }
        this.columns = columns.entrySet().stream()
                .map(column ->
                        new FieldColumn(column.getKey().field(), column.getKey().kind(), column.getValue()))
                .toArray(FieldColumn[]::new);
        this.withAlternatives = alternatives;
    }

    void evaluate(FactRow row) {
        long possible = all;
        long certain = all;
        for (FieldColumn column : columns) {
            Reading reading = row.read(column.field());
            if (reading.isKnown()) {
                long holding = column.at(reading.low());
                possible &= holding;
                certain &= holding;
            } else {
                possible &= column.possible(reading);
                certain &= column.certain(reading);
            }
            if (possible == 0) {
                return;
            }
        }
        write(row, possible, certain);
    }

    private void write(FactRow row, long possible, long certain) {
        for (long left = possible; left != 0; left &= left - 1) {
            long bit = Long.lowestOneBit(left);
            int member = Long.numberOfTrailingZeros(bit);
            Truth truth = (certain & bit) != 0 ? Truth.TRUE : Truth.MAYBE;
            if ((withAlternatives & bit) != 0) {
                truth = truth.and(alternatives[member].test(row));
            }
            if (truth.isPossible()) {
                row.trail().add(numbers[member], row, truth);
            }
        }
    }
}
