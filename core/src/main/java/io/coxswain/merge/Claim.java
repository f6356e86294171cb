package io.coxswain.merge;

/** What another manager applied at some place. */
record Claim(String manager, Object value) {}
