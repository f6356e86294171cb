package io.coxswain.scheduling.framework;

import java.util.List;

/**
 * What a plug-in says of a pod, or of a pod on a node.
 *
 * @param code the decision
 * @param plugin who says so; set by the framework
 * @param reasons why, for people; empty for success
 */
public record Verdict(Code code, String plugin, List<String> reasons) {

    /** The decisions, as in Kubernetes' framework. */
    public enum Code {
        SUCCESS,
        /** Not now; evicting other pods may help. */
        UNSCHEDULABLE,
        /** Not now, and evicting other pods can't help. */
        UNSCHEDULABLE_AND_UNRESOLVABLE,
        /** The plug-in has nothing to say of this pod and needn't be asked again in this cycle. */
        SKIP
    }

    private static final Verdict SUCCESS = new Verdict(Code.SUCCESS, "", List.of());
    private static final Verdict SKIP = new Verdict(Code.SKIP, "", List.of());

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public static Verdict success() {
        return SUCCESS;
    }

    public static Verdict skip() {
        return SKIP;
    }

    public static Verdict unschedulable(String... reasons) {
        return new Verdict(Code.UNSCHEDULABLE, "", List.of(reasons));
    }

    public static Verdict unresolvable(String... reasons) {
        return new Verdict(Code.UNSCHEDULABLE_AND_UNRESOLVABLE, "", List.of(reasons));
    }

    public boolean isSuccess() {
        return code == Code.SUCCESS;
    }

    /** The same verdict, said by this plug-in. */
    public Verdict by(SchedulerPlugin said) {
        return new Verdict(code, said.name(), reasons);
    }
}
