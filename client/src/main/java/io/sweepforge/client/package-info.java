/** A Java client of the HTTP API: requests, typed answers, problems as exceptions, event streams that survive a restart. */
@NullMarked
package io.sweepforge.client;

import org.jspecify.annotations.NullMarked;
