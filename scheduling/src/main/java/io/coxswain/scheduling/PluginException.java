package io.coxswain.scheduling;

import io.coxswain.scheduling.framework.SchedulerPlugin;

/** A plug-in of the scheduler failed or answered what it must not; the message names it. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String plugin;

    PluginException(SchedulerPlugin plugin, Throwable cause) {
        super("scheduler plug-in " + plugin.name() + " failed: " + cause, cause);
        this.plugin = plugin.name();
    }

    PluginException(SchedulerPlugin plugin, String message) {
        super("scheduler plug-in " + plugin.name() + ": " + message);
        this.plugin = plugin.name();
    }

    /** The name of the plug-in. */
    public String plugin() {
        return plugin;
    }
}
