/** What a GPU has to pass before a node is to use it: the backends' contract in short, on the device itself, and its speed. */
@NullMarked
package io.sweepforge.kernels.check;

import org.jspecify.annotations.NullMarked;
