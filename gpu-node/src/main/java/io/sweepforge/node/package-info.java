/** The process that runs on every machine that trains: its devices, its place in the cluster, its start and its end. */
@NullMarked
package io.sweepforge.node;

import org.jspecify.annotations.NullMarked;
