package io.sweepforge.benchmarks.curves;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.search.space.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Curves of this project's own kernels: every trial is a lane of its own that trains an epoch when it is asked to. */
final class TrainedCurves implements Curves {
    private final CurveStudy study;
    private final Dataset data;
    private final long seed;
    private final CurveMemory memory;

    /**
     * @param seed of every training
     * @param folder keeps what was trained for the next time
     */
    TrainedCurves(CurveStudy study, Dataset data, long seed, Optional<Path> folder) {
        this.study = study;
        this.data = data;
        this.seed = seed;
        try {
            this.memory = CurveMemory.open(folder.map(each -> each.resolve("%s-%d.csv".formatted(study.name(), seed))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CurveStudy study() {
        return study;
    }

    @Override
    public Curve begin(Configuration configuration) {
        return new Remembered(configuration);
    }

    /** Trains only when nobody trained so far before. */
    private final class Remembered implements Curve {
        private final Configuration configuration;
        private final List<Double> losses;
        private Optional<LaneCurve> lane = Optional.empty();
        private int epoch;

        Remembered(Configuration configuration) {
            this.configuration = configuration;
            this.losses = memory.losses(configuration);
        }

        @Override
        public double next() {
            epoch++;
            if (epoch > losses.size()) {
                losses.add(lane().next());
            }
            return losses.get(epoch - 1);
        }

        /** Brought to where the losses end. */
        private LaneCurve lane() {
            if (lane.isEmpty()) {
                lane = Optional.of(new LaneCurve(study, data, configuration, seed));
                losses.forEach(known -> lane.get().next());
            }
            return lane.get();
        }

        @Override
        public void close() {
            if (lane.isPresent()) {
                lane.get().close();
                memory.keep(configuration, losses);
            }
        }
    }
}
