import { qosClass as computeQosClass } from "../capacity";
import { Unknown } from "../declared";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** A quality-of-service class that was asked for and is not what the pods get. */
export const qosClass: Rule = {
    id: "qos-class",
    severity: "error",
    impact: "high",
    tags: ["pods"],
    title: "The pods get the quality-of-service class that was asked for.",
    why: "The class decides who is evicted first when a node runs short, and nothing else shows that it is wrong.",
    source: "Kubernetes pkg/apis/core/v1/helper/qos ComputePodQOS",
    *check({ workloads }: Fleet) {
        for (const { declared, intent, podSpec, podSpecPath, isPodSpecUnknown } of workloads) {
            const asked = intent?.qosClass;
            // A pod of which nothing is known is noted by container-image.
            if (asked === undefined || isPodSpecUnknown) continue;
            const answer = computeQosClass(podSpec);
            const path = [...podSpecPath, "containers"];
            if (answer.qosClass instanceof Unknown) {
                yield {
                    declared,
                    path,
                    severity: "note",
                    isUnknown: true,
                    message: `${answer.qosClass.path} is known only after apply, so the class ${asked} is not checked`,
                    fix: "give plain quantities",
                };
                continue;
            }
            if (answer.qosClass === asked) continue;
            const reasons = answer.reasons.map(({ message }) => message);
            yield {
                declared,
                path,
                message: `the pods get the class ${answer.qosClass}, not ${asked}${reasons.length === 0 ? "" : `: ${reasons.join(", ")}`}`,
                fix: FIXES.get(asked) ?? "ask for Guaranteed, Burstable or BestEffort",
            };
        }
    },
};

const FIXES: ReadonlyMap<string, string> = new Map([
    ["Guaranteed", "give every container CPU and memory limits equal to its requests"],
    ["Burstable", "request some CPU or memory, and leave some limit above its request"],
    ["BestEffort", "remove all CPU and memory requests and limits"],
]);
