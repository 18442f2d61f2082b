package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.random.Philox;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * One trial in training, a step at a time: the steps of an epoch, then its evaluation batch by batch, then its report.
 * An evaluation changes nothing, so a checkpoint taken within one stands before it and evaluates again.
 */
final class Lane implements AutoCloseable {
    private static final int PROGRESS_BYTES = 2 * Integer.BYTES + Double.BYTES;

    private final String name;
    private final LaneSpec spec;
    private final TrainingPlan plan;
    private final Feed feed;
    private final Network network;
    private final CheckpointFormat format;
    private final long bytes;
    private final int[] order;
    private final EvaluationCursor evaluation;
    private int epoch;
    private int visited;
    private double lossSum;

    Lane(String name, LaneSpec spec, TrainingPlan plan, CheckpointFormat format, Feed feed, long bytes) {
        this.name = name;
        this.spec = spec;
        this.plan = plan;
        this.feed = feed;
        this.network = feed.network();
        this.format = format;
        this.bytes = bytes;
        this.order = new int[plan.examples().count(Split.TRAINING)];
        this.evaluation = new EvaluationCursor(plan.examples(), plan.maxBatch());
    }

    String name() {
        return name;
    }

    /** Taken from the memory budget. */
    long bytes() {
        return bytes;
    }

    /** Starts from the seed. */
    void begin() {
        network.initialise(spec.seed());
        beginEpoch(0);
    }

    /**
     * One step: a training batch, or a batch of the evaluation.
     *
     * @return whether there is more to do
     */
    boolean advance(List<LaneReport> reports) {
        if (epoch == spec.epochs()) {
            reports.add(new LaneReport.Finished(name, checkpoint()));
            return false;
        }
        if (visited < order.length) {
            return train(reports);
        }
        return evaluation.advance(feed) || report(reports);
    }

    private boolean train(List<LaneReport> reports) {
        int batch = Math.min(plan.batchSize(), order.length - visited);
        double learningRate = plan.schedule().at(network.step());
        double loss = feed.train(visited, batch, plan.optimizer(), learningRate);
        if (!Double.isFinite(loss)) {
            return diverged(reports, "the training loss");
        }
        visited += batch;
        lossSum += loss * batch;
        return true;
    }

    private boolean report(List<LaneReport> reports) {
        Map<String, Double> metrics = plan.examples().metrics(lossSum / order.length);
        if (!metrics.values().stream().allMatch(Double::isFinite)) {
            return diverged(reports, "a metric");
        }
        reports.add(new LaneReport.EpochFinished(name, epoch + 1, metrics));
        beginEpoch(epoch + 1);
        return true;
    }

    private boolean diverged(List<LaneReport> reports, String what) {
        String message = what + " is no longer a finite number after step " + network.step() + " in epoch "
                + (epoch + 1) + "; a smaller learningRate or a clipNorm may help";
        reports.add(new LaneReport.Diverged(name, epoch + 1, message));
        return false;
    }

    private void beginEpoch(int next) {
        epoch = next;
        visited = 0;
        lossSum = 0;
        Philox.permutation(spec.seed(), epoch, order);
        feed.beginEpoch(order);
        evaluation.restart();
    }

    byte[] checkpoint() {
        ByteBuffer payload = ByteBuffer.allocate(PROGRESS_BYTES + network.savedBytes());
        payload.putInt(epoch).putInt(visited).putDouble(lossSum);
        network.save(payload);
        return format.wrap(payload.array());
    }

    void resume(byte[] checkpoint) throws LaneRefusedException {
        take(format.unwrap(checkpoint), Cause.BAD_CHECKPOINT, "it is of another backend or version");
    }

    /** Goes on with what another trial has learned, from the beginning of an epoch. */
    void adopt(byte[] checkpoint) throws LaneRefusedException {
        take(
                format.unwrapRelated(checkpoint),
                Cause.INVALID_PARAMETERS,
                "a copy needs a network of the same shape, so fix the parameters that shape it");
        network.reseed(spec.seed());
        beginEpoch(epoch);
    }

    private void take(ByteBuffer payload, Cause misfit, String hint) throws LaneRefusedException {
        if (payload.remaining() != PROGRESS_BYTES + network.savedBytes()) {
            throw new LaneRefusedException(
                    misfit,
                    "the checkpoint has " + payload.remaining() + " bytes of state, this lane has "
                            + (PROGRESS_BYTES + network.savedBytes()) + "; " + hint);
        }
        beginEpoch(payload.getInt());
        visited = payload.getInt();
        lossSum = payload.getDouble();
        try {
            network.load(payload);
        } catch (IllegalArgumentException e) {
            throw new LaneRefusedException(misfit, e.getMessage() + "; " + hint);
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
