package io.redoubt.shared;

import java.util.List;

/**
 * What values a field can have. Every value is a whole number inside: a code's place in its list, 0 or 1 for a flag,
 * millionths for a number. So a fact that is only known to lie in a range is a range of whole numbers, and every
 * comparison has one exact, three-valued meaning.
 */
public sealed interface ValueType {
    /** The least value of the type. */
    long least();

    /** The greatest value of the type. */
    long greatest();

    /** Whether {@code <} and {@code >=} mean something. */
    boolean ordered();

    /**
     * Reads a value as an author writes it.
     *
     * @throws IllegalArgumentException if the text is no value of this type; the message says which are
     */
    long parse(String text);

    /** Writes a value as an author would. */
    String format(long value);

    /** How the type is called in a message: {@code one of A, B}, {@code a number of days}. */
    String describe();

    /**
     * A closed list of codes.
     *
     * @param codes in rising order where {@code ordered}
     * @param ordered whether a later code is more than an earlier one
     */
    record Codes(List<String> codes, boolean ordered) implements ValueType {
        private static final int SHOWN = 12;

        public Codes {
            codes = List.copyOf(codes);
        }

        @Override
        public long least() {
            return 0;
        }

        @Override
        public long greatest() {
            return codes.size() - 1L;
        }

        @Override
        public long parse(String text) {
            int index = codes.indexOf(text);
            if (index < 0) {
                throw new IllegalArgumentException("The code (" + text + ") must be " + describe() + ".");
            }
            return index;
        }

        @Override
        public String format(long value) {
            return codes.get((int) value);
        }

        @Override
        public String describe() {
            return codes.size() <= SHOWN
                    ? "one of " + String.join(", ", codes)
                    : "one of " + codes.size() + " codes such as " + String.join(", ", codes.subList(0, 3));
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements ValueType {
        @Override
        public long least() {
            return 0;
        }

        @Override
        public long greatest() {
            return 1;
        }

        @Override
        public boolean ordered() {
            return false;
        }

        @Override
        public long parse(String text) {
            return switch (text) {
                case "true" -> 1;
                case "false" -> 0;
                default -> throw new IllegalArgumentException("The value (" + text + ") must be true or false.");
            };
        }

        @Override
        public String format(long value) {
            return value == 1 ? "true" : "false";
        }

        @Override
        public String describe() {
            return "true or false";
        }
    }

    /**
     * An exact decimal in millionths of its unit.
     *
     * @param unit such as {@code days}; empty for a bare number
     */
    record Quantity(String unit) implements ValueType {
        @Override
        public long least() {
            return Long.MIN_VALUE;
        }

        @Override
        public long greatest() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean ordered() {
            return true;
        }

        @Override
        public long parse(String text) {
            return Micros.parse(text);
        }

        @Override
        public String format(long value) {
            return Micros.format(value);
        }

        @Override
        public String describe() {
            return unit.isEmpty() ? "a number" : "a number of " + unit;
        }
    }
}
