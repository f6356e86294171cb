package io.coxswain.api.core.v1;

import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What several sources in one folder must say: each is of one type, and no two write the same file. */
final class ProjectedVolumeRules {
    private static final long SHORTEST_TOKEN_SECONDS = 600;
    private static final long LONGEST_TOKEN_SECONDS = 1L << 32;

    private ProjectedVolumeRules() {}

    static void projected(ProjectedVolumeSource projected, PodScope pod, FieldErrors errors) {
        PathRules.requireMode("defaultMode", projected.defaultMode(), errors);
        Set<String> paths = new HashSet<>();
        List<VolumeProjection> sources = projected.sources();
        for (int i = 0; i < sources.size(); i++) {
            FieldErrors at = errors.at("sources", i);
            if (validate(sources.get(i), paths, at, errors) > 1) {
                at.forbidden("may not specify more than 1 volume type per source");
            }
        }
    }

    /** How many types the source has. */
    private static int validate(VolumeProjection source, Set<String> paths, FieldErrors at, FieldErrors volume) {
        int types = 0;
        if (source.secret() != null) {
            types++;
            named(source.secret().name(), source.secret().items(), paths, at.at("secret"), volume);
        }
        if (source.configMap() != null) {
            types++;
            named(source.configMap().name(), source.configMap().items(), paths, at.at("configMap"), volume);
        }
        if (source.downwardAPI() != null) {
            types++;
            for (DownwardAPIVolumeFile file : source.downwardAPI().items()) {
                VolumeSourceRules.file(file, at.at("downwardAPI"));
                claim(file.path(), paths, volume);
            }
        }
        if (source.serviceAccountToken() != null) {
            types++;
            token(source.serviceAccountToken(), at.at("serviceAccountToken"), volume);
        }
        if (source.clusterTrustBundle() != null) {
            types++;
            trustBundle(source.clusterTrustBundle(), at.at("clusterTrustBundle"));
            String path = source.clusterTrustBundle().path();
            if (!paths.add(path)) {
                volume.invalid(path, "conflicting duplicate paths");
            }
        }
        return types;
    }

    private static void named(
            String name, List<KeyToPath> items, Set<String> paths, FieldErrors at, FieldErrors volume) {
        at.requireText("name", name);
        VolumeSourceRules.items(items, at);
        for (KeyToPath item : items) {
            claim(item.path(), paths, volume);
        }
    }

    private static void claim(String path, Set<String> paths, FieldErrors volume) {
        if (!path.isEmpty() && !paths.add(path)) {
            volume.invalid(path, "conflicting duplicate paths");
        }
    }

    private static void token(ServiceAccountTokenProjection token, FieldErrors at, FieldErrors volume) {
        long seconds = token.expirationSeconds() == null ? 0 : token.expirationSeconds();
        if (seconds < SHORTEST_TOKEN_SECONDS) {
            at.at("expirationSeconds").invalid(seconds, "may not specify a duration less than 10 minutes");
        }
        if (seconds > LONGEST_TOKEN_SECONDS) {
            at.at("expirationSeconds").invalid(seconds, "may not specify a duration larger than 2^32 seconds");
        }
        volume.requireText("path", token.path());
        PathRules.requireUnreserved("path", token.path(), volume);
    }

    private static void trustBundle(ClusterTrustBundleProjection bundle, FieldErrors errors) {
        String name = bundle.name();
        String signer = bundle.signerName();
        if (name != null && signer != null) {
            errors.invalid(name, "only one of name and signerName may be used");
        } else if (name != null) {
            if (name.isEmpty()) {
                errors.at("name").required("must be a valid object name");
            }
            String problem = Names.dns1123Subdomain(name.substring(name.lastIndexOf(':') + 1));
            if (problem != null) {
                errors.at("name").invalid(name, "not a valid clustertrustbundlename: " + problem);
            }
            if (bundle.labelSelector() != null) {
                errors.at("labelSelector").invalid(name, "labelSelector must be unset if name is specified");
            }
        } else if (signer != null) {
            signer(signer, errors);
            SelectorRules.selector(bundle.labelSelector(), "labelSelector", errors);
        } else {
            errors.required("either name or signerName must be specified");
        }
        errors.requireText("path", bundle.path());
        PathRules.requireUnreserved("path", bundle.path(), errors);
    }

    private static void signer(String signer, FieldErrors errors) {
        errors.requireText("signerName", signer);
        int slash = signer.indexOf('/');
        boolean good = slash > 0
                && signer.lastIndexOf('.', slash) >= 0
                && Names.dns1123Subdomain(signer.substring(0, slash)) == null
                && Names.dns1123Subdomain(signer.substring(slash + 1)) == null;
        if (!good) {
            errors.at("signerName")
                    .invalid(signer, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
        }
    }
}
