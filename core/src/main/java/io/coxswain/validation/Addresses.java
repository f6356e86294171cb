package io.coxswain.validation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The forms of network addresses in resources, as Kubernetes reads them ({@code k8s.io/utils/net}): a number of an IPv4
 * address may begin with zeros. Each method that returns a text is a {@link NameRule}.
 */
public final class Addresses {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int LARGEST_BYTE = 255;
    private static final int LARGEST_GROUP = 0xFFFF;
    private static final String IP = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";

    private Addresses() {}

    /** An IPv4 or IPv6 address. */
    public static @Nullable String ip(String text) {
        return parse(text) == null ? IP : null;
    }

    /** An IPv4 address. */
    public static @Nullable String ipv4(String text) {
        byte[] address = parse(text);
        return address == null || address.length != V4_BYTES ? "must be a valid IPv4 address" : null;
    }

    /** An IPv6 address. */
    public static @Nullable String ipv6(String text) {
        byte[] address = parse(text);
        return address == null || address.length != V6_BYTES ? "must be a valid IPv6 address" : null;
    }

    /** An address and how many of its bits count: {@code 10.0.0.0/8}. */
    public static @Nullable String cidr(String text) {
        int slash = text.indexOf('/');
        byte[] address = slash < 0 ? null : parse(text.substring(0, slash));
        if (address == null) {
            return "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";
        }
        boolean v6 = text.lastIndexOf(':', slash) >= 0;
        int bits = decimal(text, slash + 1, text.length(), (v6 ? V6_BYTES : V4_BYTES) * Byte.SIZE);
        return bits < 0 ? "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)" : null;
    }

    /** An address that names one host and no special purpose: not 0.0.0.0, nor a loopback or link-local one. */
    public static @Nullable String ordinary(String text) {
        byte[] address = parse(text);
        if (address == null) {
            return IP;
        }
        if (isFilledBefore(address, address.length)) {
            return "may not be unspecified (" + text + ")";
        }
        boolean v4 = address.length == V4_BYTES;
        int first = address[0] & LARGEST_BYTE;
        int second = address[1] & LARGEST_BYTE;
        if (isLoopback(address)) {
            return "may not be in the loopback range (127.0.0.0/8, ::1/128)";
        }
        if (v4 ? first == 169 && second == 254 : first == 0xFE && (second & 0xC0) == 0x80) {
            return "may not be in the link-local range (169.254.0.0/16, fe80::/10)";
        }
        if (v4 ? first == 224 && second == 0 && address[2] == 0 : first == 0xFF && (second & 0x0F) == 2) {
            return "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)";
        }
        return null;
    }

    /** Whether the text is an address of the machine itself. */
    public static boolean isLoopback(String text) {
        byte[] address = parse(text);
        return address != null && isLoopback(address);
    }

    private static boolean isLoopback(byte[] address) {
        return address.length == V4_BYTES
                ? address[0] == 127
                : address[V6_BYTES - 1] == 1 && isFilledBefore(address, V6_BYTES - 1);
    }

    /** Whether the text is an IPv6 address or network, or was meant to be one. */
    public static boolean isIpv6(String text) {
        return text.indexOf(':') >= 0;
    }

    private static boolean isFilledBefore(byte[] address, int end) {
        for (int i = 0; i < end; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Four or sixteen bytes; four also for an IPv4 address in the form of IPv6. Null if the text is no address. */
    private static byte @Nullable [] parse(String text) {
        byte[] address = isIpv6(text) ? parseV6(text) : parseV4(text, 0);
        boolean mapped = address != null
                && address.length == V6_BYTES
                && isFilledBefore(address, 10)
                && address[10] == -1
                && address[11] == -1;
        return mapped ? Arrays.copyOfRange(address, V6_BYTES - V4_BYTES, V6_BYTES) : address;
    }

    private static byte @Nullable [] parseV4(String text, int from) {
        byte[] address = new byte[V4_BYTES];
        int start = from;
        for (int i = 0; i < V4_BYTES; i++) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            int number = decimal(text, start, end, LARGEST_BYTE);
            if (number < 0 || (dot < 0) != (i == V4_BYTES - 1)) {
                return null;
            }
            address[i] = (byte) number;
            start = end + 1;
        }
        return address;
    }

    private static int decimal(String text, int start, int end, int largest) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            number = number * 10 + c - '0';
            if (c < '0' || c > '9' || number > largest) {
                return -1;
            }
        }
        return start == end ? -1 : number;
    }

    private static byte @Nullable [] parseV6(String text) {
        byte[] address = new byte[V6_BYTES];
        int gap = text.startsWith("::") ? 0 : -1;
        int at = gap < 0 ? 0 : 2;
        int filled = 0;
        boolean open = at < text.length();
        while (open && filled < V6_BYTES) {
            int end = endOfGroup(text, at);
            if (end < text.length() && text.charAt(end) == '.') {
                byte[] tail = parseV4(text, at);
                if (tail == null || filled > V6_BYTES - V4_BYTES || (gap < 0 && filled != V6_BYTES - V4_BYTES)) {
                    return null;
                }
                System.arraycopy(tail, 0, address, filled, V4_BYTES);
                filled += V4_BYTES;
                open = false;
            } else {
                int group = group(text, at, end);
                if (group < 0) {
                    return null;
                }
                address[filled++] = (byte) (group >> Byte.SIZE);
                address[filled++] = (byte) group;
                open = end < text.length();
                if (open && (text.charAt(end) != ':' || end + 1 == text.length())) {
                    return null;
                }
                at = end + 1;
                if (open && text.charAt(at) == ':') {
                    if (gap >= 0) {
                        return null;
                    }
                    gap = filled;
                    at++;
                    open = at < text.length();
                }
            }
        }
        boolean complete = !open && (gap < 0) == (filled == V6_BYTES);
        return complete ? spread(address, gap, filled) : null;
    }

    private static int endOfGroup(String text, int start) {
        int end = start;
        while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0 && text.charAt(end) < 128) {
            end++;
        }
        return end;
    }

    private static int group(String text, int start, int end) {
        int group = 0;
        for (int i = start; i < end && group <= LARGEST_GROUP; i++) {
            group = group * 16 + Character.digit(text.charAt(i), 16);
        }
        return start == end || group > LARGEST_GROUP ? -1 : group;
    }

    private static byte[] spread(byte[] address, int gap, int filled) {
        if (gap >= 0) {
            int moved = filled - gap;
            System.arraycopy(address, gap, address, V6_BYTES - moved, moved);
            Arrays.fill(address, gap, V6_BYTES - moved, (byte) 0);
        }
        return address;
    }
}
