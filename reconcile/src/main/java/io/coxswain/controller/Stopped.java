package io.coxswain.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a manager ended.
 *
 * @param reason in words
 * @param cause what failed; {@code null} if it was asked to stop
 * @param unfinished the reconciles that didn't end within the time limit, such as {@code website shop/a}
 */
public record Stopped(String reason, @Nullable Throwable cause, List<String> unfinished) {
    public Stopped {
        unfinished = List.copyOf(unfinished);
    }

    @Override
    public String toString() {
        return reason + (unfinished.isEmpty() ? "" : "; not ended in time: " + String.join(", ", unfinished));
    }
}
