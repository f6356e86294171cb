package io.coxswain.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** The hand-written rules against the expressions by which Kubernetes defines them. */
class NamesLawsTest {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern LABEL_KEY = Pattern.compile("(" + SUBDOMAIN + "/)?" + NAME);

    @Property(tries = 500)
    void namesAreJudgedAsByTheirExpressions(
            @ForAll @StringLength(max = 8) @Chars({'a', 'z', '0', '9', 'A', '-', '.', '_', '/', 'ä', '٣'})
                    String text) {
        assertRule(text.matches(LABEL), Names.dns1123Label(text));
        assertRule(SUBDOMAIN.matcher(text).matches(), Names.dns1123Subdomain(text));
        assertRule(text.matches("[a-z]([-a-z0-9]*[a-z0-9])?"), Names.dns1035Label(text));
        assertRule(LABEL_KEY.matcher(text).matches(), Names.labelKey(text));
        assertRule(text.matches("(" + NAME + ")?"), Names.labelValue(text));
        assertRule(
                text.matches("[-._a-zA-Z0-9]+") && !text.equals(".") && !text.startsWith(".."),
                Names.configMapKey(text));
        assertRule(
                text.matches("[-a-z0-9]+")
                        && text.matches(".*[a-z].*")
                        && !text.contains("--")
                        && !text.startsWith("-")
                        && !text.endsWith("-"),
                Names.portName(text));
        assertRule((text + "%").matches("[0-9]+%"), Names.percent(text + "%"));
    }

    private static void assertRule(boolean good, String problem) {
        assertEquals(good, problem == null, problem);
    }
}
