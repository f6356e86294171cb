package io.coxswain.queue;

import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RateLimiterConformanceTest {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> rateLimit() {
        return Conformance.cases("reconcile/ratelimit", (input, expect) -> {
            RateLimiter<String> limiter = limiterOf(input.at("limiter"));
            List<Long> delays = new ArrayList<>();
            for (Json step : input.at("steps").items()) {
                String key = step.at("key").text();
                if (step.at("op").text().equals("forget")) {
                    limiter.forget(key);
                    step.at("atMillis").number(0);
                    delays.add(null);
                } else {
                    long now = step.at("atMillis").number(0) * NANOS_PER_MILLI;
                    delays.add(Math.round(limiter.delay(key, now).toNanos() / (double) NANOS_PER_MILLI));
                }
            }
            expect.at("delaysMillis").judge(delays);
        });
    }

    @SuppressWarnings("unchecked")
    private static RateLimiter<String> limiterOf(Json limiter) {
        return switch (limiter.at("type").text()) {
            case "exponential" -> RateLimiter.exponential(millis(limiter, "baseMillis"), millis(limiter, "maxMillis"));
            case "fastSlow" ->
                RateLimiter.fastSlow(
                        millis(limiter, "fastMillis"),
                        millis(limiter, "slowMillis"),
                        limiter.at("maxFastAttempts").integer());
            case "bucket" ->
                RateLimiter.tokenBucket(
                        limiter.at("perSecond").decimal().doubleValue(),
                        limiter.at("burst").integer());
            case "largerOf" ->
                RateLimiter.largerOf(limiter.at("of").items().stream()
                        .map(RateLimiterConformanceTest::limiterOf)
                        .toArray(RateLimiter[]::new));
            default -> throw new IllegalArgumentException(limiter.toString());
        };
    }

    private static Duration millis(Json limiter, String field) {
        return Duration.ofMillis(limiter.at(field).number());
    }
}
