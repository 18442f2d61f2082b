package io.sweepforge.client;

/**
 * One Server-Sent Event.
 *
 * @param id what to resume after; empty when the server gave none
 * @param type {@code sweep}, {@code trial} or {@code report}
 * @param data JSON
 */
public record ServerEvent(String id, String type, String data) {}
