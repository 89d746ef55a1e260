package io.redoubt.rulepack.drl;

import io.redoubt.rulepack.drl.RefusalSite.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes refusals out of a method's code: an exception is made and forgotten, a problem is not told, a demand is content
 * with nothing. Where the code can go on it does, as if the check had never been written; where it can't, it leaves.
 */
final class WeakenedMethod extends MethodVisitor {
    /** What becomes of a refusal. */
    enum Fate {
        STAYS,
        GOES_ON,
        LEAVES
    }

    private final String type;
    private final String method;
    private final Function<RefusalSite, Fate> fates;
    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    private boolean skipsReturn;

    WeakenedMethod(MethodVisitor next, String type, String method, Function<RefusalSite, Fate> fates) {
        super(Opcodes.ASM9, next);
        this.type = type;
        this.method = method;
        this.fates = fates;
    }

    private Fate fate(Kind kind) {
        return fates.apply(new RefusalSite(type, method, kind, seen.merge(kind, 1, Integer::sum)));
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ATHROW) {
            forget(fate(Kind.THROWS));
        } else if (skipsReturn && (opcode == Opcodes.ARETURN || opcode == Opcodes.IRETURN)) {
            skipsReturn = false;
            super.visitInsn(Opcodes.POP);
        } else {
            super.visitInsn(opcode);
        }
    }

    private void forget(Fate fate) {
        super.visitInsn(fate == Fate.STAYS ? Opcodes.ATHROW : Opcodes.POP);
        if (fate == Fate.LEAVES) {
            super.visitInsn(Opcodes.ACONST_NULL);
            super.visitInsn(Opcodes.ARETURN);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("io/redoubt/files/Problems") && name.equals("add")) {
            Fate fate = fate(Kind.TELLS);
            if (fate != Fate.STAYS) {
                super.visitInsn(Opcodes.POP2);
                super.visitInsn(Opcodes.POP);
                skipsReturn = fate == Fate.GOES_ON;
                return;
            }
        } else if (owner.equals("java/util/Optional")
                && name.equals("orElseThrow")
                && fate(Kind.DEMANDS) != Fate.STAYS) {
            super.visitInsn(Opcodes.POP);
            super.visitInsn(Opcodes.ACONST_NULL);
            super.visitMethodInsn(opcode, owner, "orElse", "(Ljava/lang/Object;)Ljava/lang/Object;", isInterface);
            return;
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        skipsReturn = false;
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int stack, Object[] stacked) {
        skipsReturn = false;
        super.visitFrame(type, locals, local, stack, stacked);
    }
}
