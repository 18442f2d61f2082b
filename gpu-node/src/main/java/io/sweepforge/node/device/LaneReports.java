package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.protocol.FailureCode;
import java.util.Map;
import java.util.Optional;

/** What a lane's report means outside its array. */
final class LaneReports {
    private LaneReports() {}

    /** @param epoch epochs that the lane has trained */
    static LaneEvent toEvent(LaneReport report, int epoch) {
        if (report instanceof LaneReport.EpochFinished finished) {
            return epochFinished(finished);
        }
        if (report instanceof LaneReport.Finished finished) {
            return new LaneEvent.Finished(finished.lane(), epoch, finished.checkpoint());
        }
        if (report instanceof LaneReport.Diverged diverged) {
            return new LaneEvent.Failed(diverged.lane(), FailureCode.DIVERGED, diverged.message());
        }
        LaneReport.Failed failed = (LaneReport.Failed) report;
        return new LaneEvent.Failed(
                failed.lane(), FailureCode.valueOf(failed.cause().name()), failed.message());
    }

    /** A metric that is no number has no place in a message or a database: such a trial has diverged. */
    private static LaneEvent epochFinished(LaneReport.EpochFinished report) {
        Optional<Map.Entry<String, Double>> broken = report.metrics().entrySet().stream()
                .filter(metric -> !Double.isFinite(metric.getValue()))
                .findFirst();
        if (broken.isEmpty()) {
            return new LaneEvent.EpochFinished(report.lane(), report.epoch(), report.metrics());
        }
        String message = "The metric %s was %s after epoch %d."
                .formatted(broken.get().getKey(), broken.get().getValue(), report.epoch());
        return new LaneEvent.Failed(report.lane(), FailureCode.DIVERGED, message);
    }
}
