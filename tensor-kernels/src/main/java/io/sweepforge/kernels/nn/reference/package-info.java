/** The backend {@code reference}: plain loops in double precision, the truth that others are held to. */
@NullMarked
package io.sweepforge.kernels.nn.reference;

import org.jspecify.annotations.NullMarked;
