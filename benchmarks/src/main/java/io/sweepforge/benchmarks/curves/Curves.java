package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.space.Configuration;

/** Where learning curves come from. The same configuration has the same curve whenever it is begun. */
interface Curves {
    CurveStudy study();

    Curve begin(Configuration configuration);
}
