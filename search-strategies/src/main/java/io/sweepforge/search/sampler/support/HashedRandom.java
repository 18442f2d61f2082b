package io.sweepforge.search.sampler.support;

/**
 * Random numbers that depend on a seed, a trial's number and a purpose only: each draw is a counter put through the
 * SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA 2014) from a start that hashes the three.
 */
public final class HashedRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long counter;

    public HashedRandom(long seed, long number, long purpose) {
        this.counter = mix(mix(mix(seed + GOLDEN) + number * GOLDEN) + purpose * GOLDEN);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Sixty-four random bits. */
    public long bits() {
        counter += GOLDEN;
        return mix(counter);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (bits() >>> 11) * UNIT;
    }

    /** Standard normal (Box and Muller, 1958). */
    public double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * Math.PI * unit());
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return (int) (unit() * bound);
    }
}
