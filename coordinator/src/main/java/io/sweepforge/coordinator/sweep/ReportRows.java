package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.TrialUpdate;
import java.util.List;

/** Which reports of a batch belong into learning curves: those that are recorded, also when told again. */
final class ReportRows {
    private ReportRows() {}

    /** @param sweep as it is after the batch */
    static List<TrialUpdate.Reported> recorded(Sweep sweep, NodeIdentity node, List<TrialUpdate> updates) {
        return updates.stream()
                .filter(TrialUpdate.Reported.class::isInstance)
                .map(TrialUpdate.Reported.class::cast)
                .filter(report -> isRecorded(sweep, node, report))
                .toList();
    }

    static List<ReportRow> of(List<TrialUpdate.Reported> reports) {
        return reports.stream().map(ReportRows::row).toList();
    }

    private static boolean isRecorded(Sweep sweep, NodeIdentity node, TrialUpdate.Reported report) {
        return sweep.trials()
                .find(report.attempt().trial())
                .map(Trial::lease)
                .filter(lease -> lease.isHeldBy(report.attempt().attempt(), node))
                .filter(lease -> report.sequence() <= lease.sequence())
                .isPresent();
    }

    private static ReportRow row(TrialUpdate.Reported report) {
        return new ReportRow(
                report.attempt().trial(), report.attempt().attempt(), report.epoch(), report.metrics(), report.at());
    }
}
