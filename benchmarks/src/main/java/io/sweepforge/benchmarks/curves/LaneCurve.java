package io.sweepforge.benchmarks.curves;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/** The curve of a lane, trained on the calling thread. */
final class LaneCurve implements Curve {
    private static final long MEMORY = 1L << 30;

    private final CurveStudy study;
    private final Cores cores = new Cores(1);
    private final TrialArray array;
    private final Queue<Double> losses = new ArrayDeque<>();

    LaneCurve(CurveStudy study, Dataset data, Configuration configuration, long seed) {
        this.study = study;
        this.array =
                TrialArrays.open(Backends.named("vector"), ModelFamilies.named(study.family()), data, MEMORY, cores);
        try {
            array.add("lane", new LaneSpec(study.parameters(configuration), study.epochs(), seed));
        } catch (LaneRefusedException e) {
            throw new IllegalStateException(study.name() + ": " + configuration, e);
        }
    }

    @Override
    public double next() {
        while (losses.isEmpty()) {
            array.poll().forEach(this::note);
        }
        return losses.remove();
    }

    private void note(LaneReport report) {
        if (report instanceof LaneReport.EpochFinished epoch) {
            String metric = study.objective().metric();
            losses.add(study.objective()
                    .toLoss(Objects.requireNonNull(epoch.metrics().get(metric), metric)));
        } else if (report instanceof LaneReport.Diverged) {
            losses.add(Double.NaN);
        } else if (report instanceof LaneReport.Failed failed) {
            throw new IllegalStateException(study.name() + ": " + failed.message());
        }
    }

    @Override
    public void close() {
        array.close();
        cores.close();
    }
}
