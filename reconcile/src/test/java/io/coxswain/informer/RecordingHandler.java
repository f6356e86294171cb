package io.coxswain.informer;

import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.Widget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what it hears, keeps a cache of its own from it, and complains where the two don't fit. */
final class RecordingHandler implements InformerHandler<Widget> {
    final List<String> heard = new ArrayList<>();
    final Map<ResourceKey, Widget> view = new TreeMap<>();

    @Override
    public void onAdd(Widget object, Origin origin) {
        heard.add((origin == Origin.INITIAL_LIST ? "there " : "add ") + text(object));
        require(view.put(object.key(), object) == null, "added though it was there: " + object);
    }

    @Override
    public void onUpdate(Widget old, Widget now) {
        heard.add(old == now ? "resync " + text(now) : "update " + text(old) + " " + text(now));
        require(old.equals(view.put(now.key(), now)), "updated from a state that wasn't heard of: " + old);
    }

    @Override
    public void onDelete(Widget last, LastState state) {
        heard.add((state == LastState.KNOWN ? "delete " : "vanished ") + text(last));
        require(view.remove(last.key()) != null, "deleted though it wasn't there: " + last);
    }

    private static String text(Widget widget) {
        return widget.metadata().name() + "=" + widget.size();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
