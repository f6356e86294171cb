package io.coxswain.controller;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.resource.Kind;

/** Which kind an owner reference means; in whichever version. */
final class OwnerKinds {
    private OwnerKinds() {}

    static boolean isOf(OwnerReference owner, Kind<?> kind) {
        return owner.kind().equals(kind.name()) && group(owner).equals(kind.group());
    }

    private static String group(OwnerReference owner) {
        int slash = owner.apiVersion().indexOf('/');
        return slash < 0 ? "" : owner.apiVersion().substring(0, slash);
    }
}
