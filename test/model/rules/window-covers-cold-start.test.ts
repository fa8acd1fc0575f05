import { describe, expect, it } from "vitest";
import { windowCoversColdStart } from "../../../model/rules/window-covers-cold-start";
import { findings } from "./support/findings";
import { deployment, horizontalPodAutoscaler, intent, scaledObject, unknown } from "./support/objects";

describe("window-covers-cold-start", () => {
    const down = (rules: object) => ({
        advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: rules } } },
    });
    const pool = (spec: object, coldStartSeconds = 240) =>
        [scaledObject(spec), deployment({}, { metadata: intent({ task: { coldStartSeconds } }) })] as const;
    const windowPath =
        "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds";

    it("reports a window that is shorter than a start, also Kubernetes' own", () => {
        const short = down({ stabilizationWindowSeconds: 60 });
        expect(findings(windowCoversColdStart, ...pool(short))).toMatchObject([
            {
                severity: "warning",
                message:
                    "replicas go once fewer have been asked for during 60 s, and a new one takes 240 s to start",
                fix: "use a stabilizationWindowSeconds of 240 or more",
                path: windowPath,
            },
        ]);
        expect(findings(windowCoversColdStart, ...pool({}, 301))).toMatchObject([{ path: windowPath }]);
    });

    it("reports a cooldown that is shorter than a start", () => {
        const spec = {
            minReplicaCount: 0,
            cooldownPeriod: 120,
            ...down({ stabilizationWindowSeconds: 300 }),
        };
        expect(findings(windowCoversColdStart, ...pool(spec))).toMatchObject([
            {
                severity: "warning",
                message: "the pool goes to zero after 120 s without work, and takes 240 s to start again",
                path: "spec.cooldownPeriod",
            },
        ]);
        expect(findings(windowCoversColdStart, ...pool({ ...spec, minReplicaCount: 1 }))).toEqual([]);
    });

    it("is quiet at the very numbers, and never asks for more than Kubernetes takes", () => {
        expect(findings(windowCoversColdStart, ...pool({}, 300))).toEqual([]);
        const sleeps = { minReplicaCount: 0, cooldownPeriod: 240 };
        expect(findings(windowCoversColdStart, ...pool(sleeps))).toEqual([]);
        const longest = down({ stabilizationWindowSeconds: 3600 });
        expect(findings(windowCoversColdStart, ...pool(longest, 7200))).toEqual([]);
        expect(findings(windowCoversColdStart, ...pool({}, 7200))[0]?.fix).toContain("3600");
    });

    it("is quiet where nothing is taken away, and where no start is declared", () => {
        const short = { stabilizationWindowSeconds: 0 };
        expect(
            findings(windowCoversColdStart, ...pool(down({ ...short, selectPolicy: "Disabled" }))),
        ).toEqual([]);
        const steady = { minReplicaCount: 4, maxReplicaCount: 4, ...down(short) };
        expect(findings(windowCoversColdStart, ...pool(steady))).toEqual([]);
        const one = { minReplicaCount: 0, maxReplicaCount: 1, cooldownPeriod: 300, ...down(short) };
        expect(findings(windowCoversColdStart, ...pool(one))).toEqual([]);
        expect(findings(windowCoversColdStart, scaledObject(down(short)), deployment())).toEqual([]);
    });

    it("judges a native autoscaler too", () => {
        const hpa = horizontalPodAutoscaler({ behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } });
        const workload = deployment({}, { metadata: intent({ task: { coldStartSeconds: 1 } }) });
        expect(findings(windowCoversColdStart, hpa, workload)).toHaveLength(1);
    });

    it("leaves a window that is not known to behavior-values", () => {
        expect(
            findings(windowCoversColdStart, ...pool(down({ stabilizationWindowSeconds: unknown() }))),
        ).toEqual([]);
    });
});
