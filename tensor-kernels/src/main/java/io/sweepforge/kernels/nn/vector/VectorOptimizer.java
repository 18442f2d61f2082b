package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.engine.Optimizer;
import jdk.incubator.vector.FloatVector;

/** The optimizers of {@code ReferenceOptimizer}, one pass over the parameters each. */
final class VectorOptimizer implements Optimizer<float[]> {
    /** In double precision: a long sum in single precision would lose digits, and it is a small part of a step. */
    @Override
    public double sumOfSquares(float[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    @Override
    public void update(
            OptimizerSpec spec,
            double learningRate,
            double gradientScale,
            long time,
            float[] weights,
            float[] gradients,
            float[] first,
            float[] second,
            int count) {
        float rate = (float) learningRate;
        float scale = (float) gradientScale;
        switch (spec.kind()) {
            case SGD -> sgd(spec, rate, scale, weights, gradients, first, count);
            case RMSPROP -> rmsprop(spec, rate, scale, weights, gradients, first, second, count);
            case ADAM, ADAMW -> adam(spec, learningRate, scale, time, weights, gradients, first, second, count);
        }
    }

    private static void sgd(
            OptimizerSpec spec, float rate, float scale, float[] weights, float[] gradients, float[] first, int count) {
        float momentum = (float) spec.momentum();
        float decay = (float) spec.weightDecay();
        for (int i = 0; i < count; i += LANES) {
            FloatVector w = fromArray(SPECIES, weights, i);
            FloatVector g = w.fma(
                    broadcast(SPECIES, decay), fromArray(SPECIES, gradients, i).mul(scale));
            FloatVector velocity = fromArray(SPECIES, first, i).fma(broadcast(SPECIES, momentum), g);
            velocity.intoArray(first, i);
            velocity.fma(broadcast(SPECIES, -rate), w).intoArray(weights, i);
        }
    }

    private static void rmsprop(
            OptimizerSpec spec,
            float rate,
            float scale,
            float[] weights,
            float[] gradients,
            float[] first,
            float[] second,
            int count) {
        float momentum = (float) spec.momentum();
        float decay = (float) spec.weightDecay();
        float alpha = (float) spec.alpha();
        float fresh = (float) (1 - spec.alpha());
        float epsilon = (float) spec.epsilon();
        for (int i = 0; i < count; i += LANES) {
            FloatVector w = fromArray(SPECIES, weights, i);
            FloatVector g = w.fma(
                    broadcast(SPECIES, decay), fromArray(SPECIES, gradients, i).mul(scale));
            FloatVector square = fromArray(SPECIES, second, i)
                    .fma(broadcast(SPECIES, alpha), g.mul(g).mul(fresh));
            square.intoArray(second, i);
            FloatVector velocity = fromArray(SPECIES, first, i)
                    .fma(broadcast(SPECIES, momentum), g.div(square.sqrt().add(epsilon)));
            velocity.intoArray(first, i);
            velocity.fma(broadcast(SPECIES, -rate), w).intoArray(weights, i);
        }
    }

    /** Adam and AdamW: the weight decay enters the gradient or shrinks the weights, the other factor is neutral. */
    private static void adam(
            OptimizerSpec spec,
            double learningRate,
            float scale,
            long time,
            float[] weights,
            float[] gradients,
            float[] first,
            float[] second,
            int count) {
        boolean decoupled = spec.kind() == OptimizerSpec.Kind.ADAMW;
        float decay = decoupled ? 0 : (float) spec.weightDecay();
        float keep = decoupled ? (float) (1 - learningRate * spec.weightDecay()) : 1;
        float rate = (float) (learningRate / (1 - StrictMath.pow(spec.beta1(), (double) time)));
        float correction = (float) (1 / Math.sqrt(1 - StrictMath.pow(spec.beta2(), (double) time)));
        float beta1 = (float) spec.beta1();
        float beta2 = (float) spec.beta2();
        float fresh1 = (float) (1 - spec.beta1());
        float fresh2 = (float) (1 - spec.beta2());
        float epsilon = (float) spec.epsilon();
        for (int i = 0; i < count; i += LANES) {
            FloatVector w = fromArray(SPECIES, weights, i);
            FloatVector g = w.fma(
                    broadcast(SPECIES, decay), fromArray(SPECIES, gradients, i).mul(scale));
            FloatVector mean = fromArray(SPECIES, first, i).fma(broadcast(SPECIES, beta1), g.mul(fresh1));
            FloatVector square = fromArray(SPECIES, second, i)
                    .fma(broadcast(SPECIES, beta2), g.mul(g).mul(fresh2));
            mean.intoArray(first, i);
            square.intoArray(second, i);
            FloatVector step = mean.div(square.sqrt().fma(broadcast(SPECIES, correction), broadcast(SPECIES, epsilon)));
            step.fma(broadcast(SPECIES, -rate), w.mul(keep)).intoArray(weights, i);
        }
    }
}
