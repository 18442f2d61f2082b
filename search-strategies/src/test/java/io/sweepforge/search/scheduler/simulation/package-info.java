/** Sweeps on made-up learning curves, to see what schedulers do. */
package io.sweepforge.search.scheduler.simulation;
