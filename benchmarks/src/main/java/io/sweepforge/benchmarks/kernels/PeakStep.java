package io.sweepforge.benchmarks.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Independent multiply-adds that stay in registers: the most that a core can do in single precision. Ten chains cover a
 * latency of four or five cycles at two a cycle.
 */
final class PeakStep implements Runnable {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = 100_000;
    private static final int CHAINS = 10;
    static final double FLOPS = 2.0 * CHAINS * LENGTH * SPECIES.length();

    private final float[] sink = new float[SPECIES.length()];

    @Override
    public void run() {
        FloatVector factor = broadcast(SPECIES, 0.5f);
        FloatVector term = broadcast(SPECIES, 1);
        FloatVector a = broadcast(SPECIES, 0);
        FloatVector b = broadcast(SPECIES, 1);
        FloatVector c = broadcast(SPECIES, 2);
        FloatVector d = broadcast(SPECIES, 3);
        FloatVector e = broadcast(SPECIES, 4);
        FloatVector f = broadcast(SPECIES, 5);
        FloatVector g = broadcast(SPECIES, 6);
        FloatVector h = broadcast(SPECIES, 7);
        FloatVector i = broadcast(SPECIES, 8);
        FloatVector j = broadcast(SPECIES, 9);
        for (int n = 0; n < LENGTH; n++) {
            a = a.fma(factor, term);
            b = b.fma(factor, term);
            c = c.fma(factor, term);
            d = d.fma(factor, term);
            e = e.fma(factor, term);
            f = f.fma(factor, term);
            g = g.fma(factor, term);
            h = h.fma(factor, term);
            i = i.fma(factor, term);
            j = j.fma(factor, term);
        }
        a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).intoArray(sink, 0);
    }
}
