/** What coordinator and nodes say to each other. Every message is data: no behaviour, no stack traces. */
@NullMarked
package io.sweepforge.protocol;

import org.jspecify.annotations.NullMarked;
