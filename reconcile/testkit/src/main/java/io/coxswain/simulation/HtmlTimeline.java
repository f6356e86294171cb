package io.coxswain.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A finding's timeline as one page: a row for each thing that happened, a column for each actor. */
final class HtmlTimeline {
    private static final String STYLE = "body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}"
            + "td,th{border:1px solid #ddd;padding:2px 8px;text-align:left;vertical-align:top;font:12px monospace}"
            + "th{position:sticky;top:0;background:#eee}.fault{background:#fde2e2}.bad{background:#c00;color:#fff}";

    private HtmlTimeline() {}

    static void write(Path file, String test, Finding finding) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, page(test, finding));
        } catch (IOException e) {
            throw new UncheckedIOException("timeline " + file + " can't be written", e);
        }
    }

    static String page(String test, Finding finding) {
        Set<String> actors = new LinkedHashSet<>();
        finding.timeline().entries().forEach(entry -> actors.add(entry.actor()));
        actors.remove("");
        List<String> rows = new ArrayList<>();
        rows.add("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + escaped(test) + "</title><style>"
                + STYLE + "</style></head><body>");
        rows.add("<h1>" + escaped(test) + "</h1><p><b>" + escaped(finding.property()) + "</b> "
                + escaped(finding.message()) + "</p>");
        rows.add("<p><code>-D" + Replay.PROPERTY + "=" + escaped(finding.replay())
                + "</code></p><table><tr><th>time</th><th>revision</th>");
        actors.forEach(actor -> rows.add("<th>" + escaped(actor) + "</th>"));
        rows.add("</tr>");
        finding.timeline().entries().forEach(entry -> rows.add(row(entry, actors)));
        rows.add("</table></body></html>");
        return String.join("\n", rows);
    }

    private static String row(Timeline.Entry entry, Set<String> actors) {
        String style = entry.text().startsWith("VIOLATED")
                ? " class=\"bad\""
                : entry.text().startsWith("! ") ? " class=\"fault\"" : "";
        StringBuilder row = new StringBuilder("<tr" + style + "><td>")
                .append(entry.time().toMillis())
                .append(" ms</td><td>")
                .append(entry.revision())
                .append("</td>");
        if (entry.actor().isEmpty()) {
            row.append("<td colspan=\"").append(Math.max(1, actors.size())).append("\">");
            return row.append(escaped(entry.text())).append("</td></tr>").toString();
        }
        for (String actor : actors) {
            row.append("<td>")
                    .append(actor.equals(entry.actor()) ? escaped(entry.text()) : "")
                    .append("</td>");
        }
        return row.append("</tr>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
