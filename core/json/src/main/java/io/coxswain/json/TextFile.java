package io.coxswain.json;

import io.coxswain.json.tree.Problems;
import io.coxswain.json.wire.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of a file that a person named, and says in a person's words why it can't. */
final class TextFile {
    /** A transaction has at most a thousand objects; at the usual few kilobytes each this leaves plenty. */
    private static final int FILE_BYTES = 64 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Folders larger than this aren't searched for a similar name. */
    private static final int LISTED = 1_000;

    private TextFile() {}

    /** The text; null, and a problem, if there is none. */
    static @Nullable String read(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.add(0, "is a folder: name a file in it" + example(file));
            return null;
        }
        if (!Files.exists(file)) {
            problems.add(0, "there is no such file" + suggestion(file));
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(FILE_BYTES + 1);
            if (content.length > FILE_BYTES) {
                problems.add(0, "is larger than " + (FILE_BYTES >> 20) + " MiB: split it into several files");
                return null;
            }
            return decode(content, problems);
        } catch (AccessDeniedException e) {
            problems.add(0, "can't be read: permission denied");
        } catch (IOException e) {
            problems.add(0, "can't be read: " + e.getMessage());
        }
        return null;
    }

    private static String example(Path folder) {
        return entries(folder).stream()
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                .findFirst()
                .map(name -> ", such as " + folder.resolve(name))
                .orElse("");
    }

    private static String suggestion(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return folder == null ? "" : ": there is no folder " + folder + " either";
        }
        String similar = Spelling.closest(file.getFileName().toString(), entries(folder));
        if (similar != null) {
            return ", did you mean " + file.resolveSibling(similar) + "?";
        }
        return file.isAbsolute() ? "" : ": it was looked for in " + folder;
    }

    private static List<String> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(LISTED)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The text of UTF-8 bytes; null, and a problem, if they aren't that. */
    static @Nullable String decode(byte[] content, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            problems.add(lineAt(content, bytes.position()), notUtf8(content, bytes.position()));
            return null;
        }
        text.flip();
        boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        return text.subSequence(marked ? 1 : 0, text.length()).toString();
    }

    private static String notUtf8(byte[] content, int position) {
        int first = content.length > 1 ? ((content[0] & 0xff) << 8) | (content[1] & 0xff) : 0;
        if (first == 0xFFFE || first == 0xFEFF) {
            return "is UTF-16: save it as UTF-8";
        }
        return String.format("isn't UTF-8: byte 0x%02X can't stand here: save it as UTF-8", content[position]);
    }

    private static int lineAt(byte[] content, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
