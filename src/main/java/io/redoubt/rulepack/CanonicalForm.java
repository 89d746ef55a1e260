package io.redoubt.rulepack;

import io.redoubt.shared.Place;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The one byte sequence of a typed model, so that its SHA-256 names what was approved and what runs. Records are
 * written as their name and components, lists in order, everything else as text with its length in front, so that two
 * different models never share a form. Places in files are left out: moving a row changes its order, a blank line
 * changes nothing.
 */
final class CanonicalForm {
    private final StringBuilder out = new StringBuilder();

    private CanonicalForm() {}

    /** The SHA-256 of the canonical form, in lower-case hexadecimal. */
    static String sha256(Object... parts) {
        CanonicalForm form = new CanonicalForm();
        form.write(List.of(parts));
        try {
            byte[] bytes = form.out.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }

    private void write(Object value) {
        if (value instanceof Place) {
            return;
        }
        if (value instanceof List<?> list) {
            out.append('[').append(list.size()).append(':');
            list.forEach(this::write);
            out.append(']');
        } else if (value instanceof Condition.Comparison comparison) {
            writeComparison(comparison);
        } else if (value instanceof Record kept) {
            writeRecord(kept);
        } else {
            String text = value.toString();
            out.append(text.length()).append(':').append(text);
        }
    }

    /** By name and as written: the catalogue may grow without giving every pack another identity. */
    private void writeComparison(Condition.Comparison comparison) {
        FactField field = comparison.field();
        write(field.qualifiedName());
        write(comparison.operator());
        write(comparison.operands().stream()
                .map(operand -> operand instanceof Operand.Literal literal
                        ? field.type().format(literal.value())
                        : operand)
                .toList());
    }

    private void writeRecord(Record kept) {
        out.append('(').append(kept.getClass().getSimpleName());
        for (RecordComponent component : kept.getClass().getRecordComponents()) {
            try {
                write(component.getAccessor().invoke(kept));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The record " + kept.getClass() + " must be readable.", e);
            }
        }
        out.append(')');
    }
}
