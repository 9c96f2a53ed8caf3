/** The shell that gives pure rules an address, a mailbox, a journal, idempotency and a hash chain. */
@NullMarked
package io.waymark.runtime.entity;

import org.jspecify.annotations.NullMarked;
