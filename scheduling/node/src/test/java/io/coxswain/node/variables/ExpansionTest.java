package io.coxswain.node.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {

    /** Rows of Kubernetes' documentation of dependent environment variables, and its edges. */
    @ParameterizedTest
    @CsvSource({
        "$(HOST):$(PORT), 127.0.0.1:80",
        "$$(HOST), $(HOST)",
        "$$$(HOST), $127.0.0.1",
        "$(NONE), $(NONE)",
        "$(HOST, $(HOST",
        "$HOST $, $HOST $",
        "$($(HOST)), $($(HOST))",
        "plain, plain",
        "$$$$, $$"
    })
    void namesAreReplacedAndUnknownOnesStay(String text, String expanded) {
        assertEquals(expanded, Expansion.expand(text, Map.of("HOST", "127.0.0.1", "PORT", "80")));
    }
}
