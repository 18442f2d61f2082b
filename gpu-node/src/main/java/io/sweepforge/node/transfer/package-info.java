/** Data sets and checkpoints between a node and its coordinator, over HTTP. */
@NullMarked
package io.sweepforge.node.transfer;

import org.jspecify.annotations.NullMarked;
