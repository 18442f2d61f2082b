/** The node's part in the cluster's conversation. */
@NullMarked
package io.sweepforge.node.cluster;

import org.jspecify.annotations.NullMarked;
