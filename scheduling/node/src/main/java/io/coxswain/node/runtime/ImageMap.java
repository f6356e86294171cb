package io.coxswain.node.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what an image reference of a manifest means here. A reference with a known scheme speaks for itself; any other, such as {@code nginx:1.25}, is looked up among the patterns in the order in
 * which they were added. Immutable.
 *
 * <p>A pattern is a reference in which {@code *} stands for anything; without tag or digest it fits all of them. {@code docker.io/} and {@code library/} in front don't matter.
 */
public final class ImageMap {
    /** Knows only references with a scheme. */
    public static final ImageMap EMPTY = new ImageMap(Collections.emptyMap());

    private final Map<String, Image> entries;

    private ImageMap(Map<String, Image> entries) {
        this.entries = entries;
    }

    /** The same with one more pattern, which is asked after the others. */
    public ImageMap with(String pattern, Image image) {
        Map<String, Image> more = new LinkedHashMap<>(entries);
        if (more.putIfAbsent(pattern, image) != null) {
            throw new IllegalArgumentException("image " + pattern + ": is mapped already, to " + more.get(pattern));
        }
        return new ImageMap(Collections.unmodifiableMap(more));
    }

    /** What a reference means, given the schemes that can be run; empty if nothing says so. */
    public Optional<Image> resolve(String reference, List<String> schemes) {
        int colon = reference.indexOf(':');
        if (colon > 0 && schemes.contains(reference.substring(0, colon))) {
            return Optional.of(ofScheme(reference.substring(0, colon), reference.substring(colon + 1)));
        }
        return entries.entrySet().stream()
                .filter(entry -> fits(entry.getKey(), reference))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Image ofScheme(String scheme, String rest) {
        boolean isCommand = scheme.equals("process") && !rest.isBlank();
        return new Image(scheme, rest.strip(), isCommand ? List.of(rest.strip()) : List.of(), List.of());
    }

    private static boolean fits(String pattern, String reference) {
        String wanted = shortened(pattern);
        String given = shortened(reference);
        return glob(wanted).matcher(given).matches()
                || glob(wanted).matcher(withoutTag(given)).matches();
    }

    private static String shortened(String reference) {
        String local = reference.startsWith("docker.io/") ? reference.substring("docker.io/".length()) : reference;
        return local.startsWith("library/") ? local.substring("library/".length()) : local;
    }

    private static String withoutTag(String reference) {
        int digest = reference.indexOf('@');
        String named = digest < 0 ? reference : reference.substring(0, digest);
        int tag = named.indexOf(':', named.lastIndexOf('/') + 1);
        return tag < 0 ? named : named.substring(0, tag);
    }

    private static Pattern glob(String pattern) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split("\\*", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts));
    }
}
