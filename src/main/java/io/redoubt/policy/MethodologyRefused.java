package io.redoubt.policy;

/**
 * What should be in force can't be taken over; what was in force before stays. Told once by each replica that finds it.
 *
 * @param hashes of what can't be, in words
 */
public record MethodologyRefused(String hashes, String reason) {}
