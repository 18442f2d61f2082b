package io.sweepforge.coordinator.sweep;

import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.scheduler.Observation;
import java.util.Collection;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What the scheduler was shown, in order, and for each trial the curve through the epochs at which it was judged.
 * Immutable; every change costs O(log n).
 */
final class Judgements {
    static final Judgements NONE = new Judgements(TreePVector.empty(), HashTreePMap.empty());

    private final PVector<Judged> all;
    private final PMap<Integer, PVector<CurvePoint>> curves;

    private Judgements(PVector<Judged> all, PMap<Integer, PVector<CurvePoint>> curves) {
        this.all = all;
        this.curves = curves;
    }

    static Judgements of(Collection<Judged> judged) {
        Judgements result = NONE;
        for (Judged judgement : judged) {
            result = result.plus(judgement);
        }
        return result;
    }

    /** What an attempt reports once more is in the curve already. */
    Judgements plus(Judged judged) {
        Observation seen = judged.observation();
        boolean fresh = seen.epoch() > lastEpoch(seen.number());
        PMap<Integer, PVector<CurvePoint>> curvesNow = fresh
                ? curves.plus(seen.number(), curve(seen.number()).plus(new CurvePoint(seen.epoch(), seen.losses())))
                : curves;
        return new Judgements(all.plus(judged), curvesNow);
    }

    List<Judged> all() {
        return all;
    }

    /** Ascending by epoch. */
    PVector<CurvePoint> curve(int trial) {
        return curves.getOrDefault(trial, TreePVector.empty());
    }

    /** The last epoch at which a trial was judged, 0 when it was not. */
    int lastEpoch(int trial) {
        PVector<CurvePoint> curve = curve(trial);
        return curve.isEmpty() ? 0 : curve.get(curve.size() - 1).epoch();
    }
}
