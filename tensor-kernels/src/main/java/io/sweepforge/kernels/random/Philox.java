package io.sweepforge.kernels.random;

/**
 * Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011). The seed is its key; a block of four words is addressed by a stream and a block number. There is no state:
 * the same arguments give the same numbers in any order, on any thread, in any process.
 */
public final class Philox {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long LOW = 0xFFFFFFFFL;
    private static final double TWO_TO_MINUS_32 = 0x1p-32;

    private Philox() {}

    /** Word number {@code index} (from 0) of a stream. */
    public static int word(long seed, long stream, long index) {
        long[] halves = new long[2];
        block(index >>> 2, stream, seed, halves);
        long half = halves[(int) (index >>> 1) & 1];
        return (int) ((index & 1) == 0 ? half : half >>> 32);
    }

    /** Words 0 to {@code count - 1} of a stream into {@code out}; {@code scratch} has length 2 and is overwritten. */
    public static void words(long seed, long stream, int[] out, int count, long[] scratch) {
        for (int i = 0; i < count; i += 4) {
            block(i >>> 2, stream, seed, scratch);
            for (int lane = 0; lane < Math.min(4, count - i); lane++) {
                out[i + lane] = (int) (scratch[lane >>> 1] >>> (32 * (lane & 1)));
            }
        }
    }

    /** A number uniform in [0, 1), a multiple of 2^-32. */
    public static double uniform(long seed, long stream, long index) {
        return (word(seed, stream, index) & LOW) * TWO_TO_MINUS_32;
    }

    /** A number of the standard normal distribution (Box and Muller 1958), from the words 2 index and 2 index + 1. */
    public static double normal(long seed, long stream, long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(seed, stream, 2 * index)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(seed, stream, 2 * index + 1));
    }

    /**
     * Overwrites {@code order} with the order in which epoch {@code epoch} visits the rows: a permutation of 0 to length - 1
     * (Fisher and Yates). Drawing by multiplication favours
     * no position by more than length / 2^32.
     */
    public static void permutation(long seed, long epoch, int[] order) {
        long stream = Streams.shuffle(epoch);
        for (int i = 0; i < order.length; i++) {
            int j = (int) (((word(seed, stream, i) & LOW) * (i + 1)) >>> 32);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /** Block (counterLow, counterHigh) under {@code key}: words 0 and 1 in {@code out[0]}, 2 and 3 in {@code out[1]}. */
    static void block(long counterLow, long counterHigh, long key, long[] out) {
        int c0 = (int) counterLow;
        int c1 = (int) (counterLow >>> 32);
        int c2 = (int) counterHigh;
        int c3 = (int) (counterHigh >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = MULTIPLIER_0 * (c0 & LOW);
            long p1 = MULTIPLIER_1 * (c2 & LOW);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = (c0 & LOW) | ((long) c1 << 32);
        out[1] = (c2 & LOW) | ((long) c3 << 32);
    }
}
