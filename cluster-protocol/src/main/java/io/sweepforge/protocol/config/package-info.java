/** Reading {@code cluster.conf}: defaults, the operator's file, the command line; typos are refused. */
@NullMarked
package io.sweepforge.protocol.config;

import org.jspecify.annotations.NullMarked;
