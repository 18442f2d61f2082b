/** Trial arrays: many trials trained together on one device. */
@NullMarked
package io.sweepforge.kernels.array;

import org.jspecify.annotations.NullMarked;
