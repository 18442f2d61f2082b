package io.sweepforge.coordinator.sweep;

/** A trial's own seed: the same for every attempt and in every process. */
final class TrialSeed {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private TrialSeed() {}

    /** SplitMix64's output function (Steele, Lea and Flood, OOPSLA 2014) over the sweep's seed and the trial's number. */
    static long of(long sweepSeed, int number) {
        long mixed = sweepSeed + (number + 1) * GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
