import type { Fleet } from "../fleet";
import { known } from "../fleet";
import { hasComponent } from "../platform";
import type { Rule } from "./rule";

/** External metrics of two owners, of which a cluster can serve only one. */
export const externalMetricsOwner: Rule = {
    id: "external-metrics-owner",
    severity: "warning",
    impact: "high",
    tags: ["scaler"],
    title: "Only one of KEDA and another adapter serves external metrics.",
    why: "A cluster has one owner of external.metrics.k8s.io; the metrics of the other are never found, and nothing scales.",
    source: "kedacore/keda#470, #2093, #4415; prometheus-adapter chart, rules.external",
    *check({ scalers, platform }: Fleet) {
        for (const { declared, engine, triggers } of scalers) {
            if (engine === "keda") {
                const first = triggers.find(({ scaler }) => scaler?.wakesFromZero !== false);
                if (first === undefined || hasComponent(platform, "externalMetrics") !== true) continue;
                yield {
                    declared,
                    path: first.path,
                    message:
                        "KEDA serves this trigger by external.metrics.k8s.io, and platform.externalMetrics says that another adapter does",
                    fix: "switch external metrics off in the other adapter; it may keep custom metrics",
                };
            } else {
                const first = triggers.find(({ type }) => known(type) === "External");
                if (first === undefined || hasComponent(platform, "keda") !== true) continue;
                // Where there is said to be none, that is what is wrong.
                if (hasComponent(platform, "externalMetrics") !== undefined) continue;
                yield {
                    declared,
                    path: first.path,
                    message:
                        "an adapter other than KEDA would have to serve this metric by external.metrics.k8s.io, which is KEDA's where it is installed",
                    fix: "read the metric by a KEDA trigger, or state platform.externalMetrics if another adapter serves it",
                };
            }
        }
    },
};
