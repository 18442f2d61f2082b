package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.CheckpointFormat;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.gpu.LaneMemory.Region;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.engine.FloatStorage;
import io.sweepforge.kernels.nn.engine.Parameters;
import io.sweepforge.kernels.random.Philox;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The host's side of one trial: it prepares epochs, scores what the device evaluated, and reports. */
final class GpuLane implements AutoCloseable {
    private static final int PROGRESS_BYTES = 2 * Integer.BYTES + Double.BYTES + Long.BYTES;

    private final String name;
    private final LaneSpec spec;
    private final TrainingPlan plan;
    private final LaneTask task;
    private final CheckpointFormat format;
    private final LaneMemory memory;
    private final Transfers transfers;
    private final List<LaneReport> reports = new ArrayList<>();
    private Progress progress = new Progress(0, 0, 0, 0);
    private int epoch;
    private boolean ended;

    GpuLane(
            String name,
            LaneSpec spec,
            TrainingPlan plan,
            CheckpointFormat format,
            LaneMemory memory,
            Transfers transfers) {
        this.name = name;
        this.spec = spec;
        this.plan = plan;
        this.task = LaneTask.of(plan);
        this.format = format;
        this.memory = memory;
        this.transfers = transfers;
        transfers.upload(memory.layers().bytes(), memory.address(Region.LAYERS));
    }

    String name() {
        return name;
    }

    ByteBuffer descriptor(ResidentExamples examples) {
        return memory.descriptor(task, examples, plan.optimizer(), spec.seed());
    }

    LaneKernel kernel() {
        return memory.layers().kernel();
    }

    Progress progress() {
        return progress;
    }

    /** Starts from the seed. */
    void begin() {
        Parameters<float[]> parameters = parameters();
        parameters.initialise(spec.seed());
        upload(parameters);
        beginEpoch(0, 0);
    }

    private void beginEpoch(int next, long step) {
        epoch = next;
        progress = new Progress(0, 0, step, 0);
        prepareEpoch();
    }

    /** Gives the device the epoch's order and learning rates. */
    private void prepareEpoch() {
        int[] order = new int[task.trained()];
        Philox.permutation(spec.seed(), epoch, order);
        transfers.upload(order, memory.address(Region.ORDER));
        long first = progress.step() - (progress.visited() + task.batch() - 1) / task.batch();
        float[] rates = new float[task.stepsPerEpoch()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) plan.schedule().at(first + i);
        }
        transfers.upload(rates, memory.address(Region.RATES));
    }

    /** Whether all epochs are trained, and only its end is to be reported. */
    boolean isTrained() {
        return epoch == spec.epochs();
    }

    void finish() {
        end(new LaneReport.Finished(name, checkpoint()));
    }

    void fail(Cause cause, String message) {
        end(new LaneReport.Failed(name, cause, message));
    }

    private void end(LaneReport report) {
        reports.add(report);
        ended = true;
    }

    /** Takes over how far the device has come. */
    void accept(ReportRing.Report report) {
        progress = report.progress();
        switch (report.status()) {
            case EPOCH -> reportEpoch();
            case DIVERGED -> diverged("the training loss");
            case STANDS -> {}
            case GOES_ON -> throw new IllegalStateException("lane " + name + " reported that it goes on");
        }
    }

    private void reportEpoch() {
        plan.examples().beginEvaluation();
        long at = memory.address(Region.OUTPUTS);
        for (Split split : Split.values()) {
            float[] outputs = new float[task.outputs(split)];
            transfers.download(at, outputs);
            plan.examples().score(outputs, split, 0, plan.examples().evaluated(split));
            at += (long) outputs.length * Float.BYTES;
        }
        Map<String, Double> metrics = plan.examples().metrics(progress.lossSum() / task.trained());
        if (!metrics.values().stream().allMatch(Double::isFinite)) {
            diverged("a metric");
            return;
        }
        reports.add(new LaneReport.EpochFinished(name, epoch + 1, metrics));
        beginEpoch(epoch + 1, progress.step());
    }

    private void diverged(String what) {
        String message = what + " is no longer a finite number after step " + progress.step() + " in epoch "
                + (epoch + 1) + "; a smaller learningRate or a clipNorm may help";
        end(new LaneReport.Diverged(name, epoch + 1, message));
    }

    boolean hasReports() {
        return !reports.isEmpty();
    }

    List<LaneReport> collect() {
        List<LaneReport> collected = List.copyOf(reports);
        reports.clear();
        return collected;
    }

    /** Whether it has no more to do. */
    boolean hasEnded() {
        return ended;
    }

    /** An evaluation changes nothing, so a checkpoint taken within one stands before it. */
    byte[] checkpoint() {
        Parameters<float[]> parameters = parameters();
        transfers.download(memory.address(Region.WEIGHTS), parameters.weights);
        transfers.download(memory.address(Region.FIRST), parameters.first);
        transfers.download(memory.address(Region.SECOND), parameters.second);
        ByteBuffer payload = ByteBuffer.allocate(PROGRESS_BYTES + parameters.savedBytes());
        payload.putInt(epoch).putInt(progress.visited());
        payload.putDouble(progress.lossSum()).putLong(progress.step());
        parameters.save(payload);
        return format.wrap(payload.array());
    }

    void resume(byte[] checkpoint) throws LaneRefusedException {
        take(format.unwrap(checkpoint), Cause.BAD_CHECKPOINT, "it is of another backend, precision or version");
        prepareEpoch();
    }

    /** Goes on with what another trial has learned, from the beginning of an epoch. */
    void adopt(byte[] checkpoint) throws LaneRefusedException {
        take(
                format.unwrapRelated(checkpoint),
                Cause.INVALID_PARAMETERS,
                "a copy needs a network of the same shape, so fix the parameters that shape it");
        beginEpoch(epoch, progress.step());
    }

    private void take(ByteBuffer payload, Cause misfit, String hint) throws LaneRefusedException {
        Parameters<float[]> parameters = parameters();
        if (payload.remaining() != PROGRESS_BYTES + parameters.savedBytes()) {
            throw new LaneRefusedException(
                    misfit,
                    "the checkpoint's state of " + payload.limit() + " bytes is not one of this lane, which has "
                            + (PROGRESS_BYTES + parameters.savedBytes()) + "; " + hint);
        }
        epoch = payload.getInt();
        int visited = payload.getInt();
        double lossSum = payload.getDouble();
        progress = new Progress(visited, 0, payload.getLong(), lossSum);
        try {
            parameters.load(payload);
        } catch (IllegalArgumentException e) {
            throw new LaneRefusedException(misfit, e.getMessage() + "; " + hint);
        }
        upload(parameters);
    }

    private Parameters<float[]> parameters() {
        return parameters(task.network(), kernel().precision());
    }

    /** A network's parameters on the host, in the form that is saved. */
    static Parameters<float[]> parameters(NetworkSpec network, Precision precision) {
        return new Parameters<>(network.stages(), new FloatStorage(), precision.mark());
    }

    private void upload(Parameters<float[]> parameters) {
        transfers.upload(parameters.weights, memory.address(Region.WEIGHTS));
        transfers.upload(parameters.first, memory.address(Region.FIRST));
        transfers.upload(parameters.second, memory.address(Region.SECOND));
    }

    @Override
    public void close() {
        memory.close();
    }
}
