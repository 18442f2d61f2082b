/** What a node knows of the attempts it was given, and what it still has to tell about them. */
@NullMarked
package io.sweepforge.node.trial;

import org.jspecify.annotations.NullMarked;
