package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.OptimizerSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What changes from step to step: the structure {@code StepSettings} of {@code step.cuh}, read from device memory, so that
 * one recorded graph serves every step. Everything that is not of single precision in the kernels is computed here.
 */
final class StepSettings {
    static final int BYTES = 80;

    private StepSettings() {}

    /** Of a step that is no training: nothing counts but where its batch begins. */
    static ByteBuffer at(int begin) {
        ByteBuffer settings = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        return settings.putInt(BYTES - Integer.BYTES, begin);
    }

    /**
     * @param step training steps done before this one
     * @param begin of the batch in the order of the examples on the device; anything where the host gives the batch
     * @return from position to limit, {@link #BYTES} long
     */
    static ByteBuffer of(OptimizerSpec rule, double learningRate, long seed, long step, int begin) {
        double time = step + 1.0;
        boolean adam = rule.kind() == OptimizerSpec.Kind.ADAM || rule.kind() == OptimizerSpec.Kind.ADAMW;
        boolean decoupled = rule.kind() == OptimizerSpec.Kind.ADAMW;
        return new Arguments()
                .wide(seed)
                .wide(step)
                .real(rule.clipNorm())
                .integer(rule.kind().ordinal())
                .single((float) (adam ? learningRate / (1 - StrictMath.pow(rule.beta1(), time)) : learningRate))
                .single((float) (decoupled ? 0 : rule.weightDecay()))
                .single((float) (decoupled ? 1 - learningRate * rule.weightDecay() : 1))
                .single((float) rule.momentum())
                .single((float) rule.alpha())
                .single((float) (1 - rule.alpha()))
                .single((float) rule.beta1())
                .single((float) (1 - rule.beta1()))
                .single((float) rule.beta2())
                .single((float) (1 - rule.beta2()))
                .single((float) (1 / Math.sqrt(1 - StrictMath.pow(rule.beta2(), time))))
                .single((float) rule.epsilon())
                .integer(begin)
                .packed();
    }
}
