/** Model families: what can be trained, with which parameters, on which data. */
@NullMarked
package io.sweepforge.kernels.family;

import org.jspecify.annotations.NullMarked;
