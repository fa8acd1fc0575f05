import { describe, expect, it } from "vitest";
import type { PlatformArgs } from "../../../model/platform";
import { ClusterProvider, platformProblems, versionAtLeast } from "../../../model/platform";

describe("versionAtLeast", () => {
    it.each([
        ["1.35", "1.35", true],
        ["1.35.2", "1.33", true],
        ["1.34", "1.35", false],
        ["1.9", "1.10", false],
        ["2.0", "1.99", true],
        ["v1.33.5-gke.1080000", "1.33", true],
        ["1.33.1+k3s1", "1.34", false],
        ["latest", "1.0", false],
        ["1.35", "latest", false],
    ])("%s against %s is %s", (have, need, answer) => {
        expect(versionAtLeast(have, need)).toBe(answer);
    });
});

describe("platformProblems", () => {
    it("finds nothing in facts that are right, or not stated", () => {
        expect(platformProblems({})).toEqual([]);
        for (const provider of Object.values(ClusterProvider)) {
            const facts = { provider, kubernetesVersion: "1.33", kedaVersion: "2.18", nodeDrainSeconds: 600 };
            expect(platformProblems(facts)).toEqual([]);
        }
    });

    it("reports everything at once, with the fix", () => {
        const wrong = {
            provider: "aks",
            kubernetesVersion: "1.32",
            kedaVersion: "newest",
            nodeDrainSeconds: 0,
        } as unknown as PlatformArgs;
        expect(platformProblems(wrong)).toEqual([
            {
                member: "kubernetesVersion",
                message: "1.32 is older than 1.33, the first version whose behaviour is known here",
                fix: "use 1.33 to 1.37",
            },
            {
                member: "kedaVersion",
                message: '"newest" is not a version',
                fix: 'write it as "major.minor", for example "2.20"',
            },
            {
                member: "provider",
                message: '"aks" is not a provider',
                fix: "use one of eks, eks-auto, gke, gke-autopilot, generic",
            },
            {
                member: "nodeDrainSeconds",
                message: "0 is not a whole number of seconds above 0",
                fix: "give the longest time that a node drain waits for a pod, in seconds",
            },
        ]);
    });

    it("takes the VPA from 1.0, and no version of what is not there", () => {
        expect(platformProblems({ vpaVersion: "1.0", kedaVersion: "2.20", vpa: true, keda: true })).toEqual(
            [],
        );
        expect(platformProblems({ vpa: false, keda: false })).toEqual([]);
        expect(platformProblems({ vpaVersion: "0.14" })).toEqual([
            {
                member: "vpaVersion",
                message: "0.14 is older than 1.0, the first version whose behaviour is known here",
                fix: "use 1.0 to 1.7",
            },
        ]);
        expect(platformProblems({ vpa: false, vpaVersion: "1.7", keda: false, kedaVersion: "2.20" })).toEqual(
            [
                {
                    member: "keda",
                    message: 'it is false, and kedaVersion is "2.20"',
                    fix: "remove kedaVersion, or set keda to true",
                },
                {
                    member: "vpa",
                    message: 'it is false, and vpaVersion is "1.7"',
                    fix: "remove vpaVersion, or set vpa to true",
                },
            ],
        );
    });

    it("says so, and does not throw, for values of any kind", () => {
        const cyclic: Record<string, unknown> = {};
        cyclic["self"] = cyclic;
        for (const value of [cyclic, 5n, Symbol("x"), null, "1".repeat(1e6), 1.36, []]) {
            const facts = { kubernetesVersion: value, provider: value, nodeDrainSeconds: value };
            const problems = platformProblems(facts as unknown as PlatformArgs);
            expect(problems.map(({ member }) => member)).toEqual([
                "kubernetesVersion",
                "provider",
                "nodeDrainSeconds",
            ]);
            expect(Math.max(...problems.map(({ message }) => message.length))).toBeLessThan(200);
        }
    });
});
