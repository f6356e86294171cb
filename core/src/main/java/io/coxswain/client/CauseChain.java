package io.coxswain.client;

import io.coxswain.resource.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the present state of an object came about: its last commit, what made that one's author act, and so on back to a person or
 * a clock.
 *
 * @param object the object
 * @param links each commit once, every one behind the first that it caused; at most {@value #MOST_LINKS}
 * @param complete whether all commits are there that are known
 */
public record CauseChain(ResourceRef object, List<Link> links, boolean complete) {
    /** So many say why; more bury it. */
    public static final int MOST_LINKS = 100;

    public CauseChain {
        links = List.copyOf(links);
    }

    /**
     * One commit.
     *
     * @param revision the commit's revision
     * @param depth how many commits lie between this one and the last one of the object
     * @param cause who committed, and why; null if that is compacted
     */
    public record Link(long revision, int depth, @Nullable Cause cause) {
        @Override
        public String toString() {
            return "revision " + revision + (cause == null ? ": no longer known" : " by " + cause);
        }
    }

    /** The chain for people, a line each, indented by depth. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(object.toString());
        for (Link link : links) {
            text.append('\n').append("  ".repeat(link.depth() + 1)).append(link);
        }
        return complete ? text.toString() : text.append("\n  and earlier ones").toString();
    }
}
