import { describe, expect, it } from "vitest";
import { type PodSpec, qosClass } from "../../../model/capacity";
import { formatPath, Secret, Unknown } from "../../../model/declared";
import { RECORDED_PODS } from "./recorded-pods";

const output = {};
const unknown = new Unknown("workload.cpu", output);

function pod(resources: unknown, other: Record<string, unknown> = {}): PodSpec {
    return { containers: [{ name: "research", resources }], ...other };
}

/** The class, or the place of the amount on which it depends. */
function classOf(podSpec: PodSpec): string {
    const answer = qosClass(podSpec).qosClass;
    return answer instanceof Unknown ? `unknown: ${answer.path}` : answer;
}

describe("qosClass", () => {
    it.each(RECORDED_PODS)("answers as Kubernetes for $name", ({ podSpec, qosClass: expected }) => {
        const answer = qosClass(podSpec);
        expect(answer.qosClass).toBe(expected);
        expect(answer.reasons.length === 0).toBe(expected === "Guaranteed");
    });

    it("says what keeps a pod from being Guaranteed, and where", () => {
        const podSpec = pod(
            { requests: { cpu: "500m" }, limits: { cpu: "1" } },
            { initContainers: [{ name: "setup", resources: { limits: { cpu: "1", memory: "1Gi" } } }] },
        );
        expect(qosClass(podSpec).reasons.map(({ path, message }) => [formatPath(path), message])).toEqual([
            ["containers[0].resources.limits.memory", 'container "research" has no memory limit'],
            [
                "containers[0].resources.requests.cpu",
                'container "research" requests 500m cpu and is limited to 1',
            ],
        ]);
    });

    it("is unknown where it depends on a value that is", () => {
        expect(classOf(pod({ limits: { cpu: unknown, memory: "1Gi" } }))).toBe(
            "unknown: containers[0].resources.limits.cpu",
        );
        expect(classOf(pod({ requests: { cpu: unknown } }))).toBe(
            "unknown: containers[0].resources.requests.cpu",
        );
        expect(classOf(pod(unknown))).toBe("unknown: containers[0].resources.limits");
        expect(classOf({ containers: unknown })).toBe("unknown: containers");
        expect(classOf(pod({ limits: { cpu: new Secret(output), memory: "1Gi" } }))).toContain("unknown");
        expect(
            classOf(pod({ requests: { cpu: "1", memory: unknown }, limits: { cpu: "1", memory: "1Gi" } })),
        ).toBe("unknown: containers[0].resources.requests.memory");
    });

    it("is known where an unknown value changes nothing", () => {
        expect(classOf(pod({ requests: { cpu: unknown, memory: "1Gi" } }))).toBe("Burstable");
        expect(classOf(pod({ limits: { "nvidia.com/gpu": unknown } }))).toBe("BestEffort");
    });

    it("keeps the value that it depends on, so that it can be joined", () => {
        const answer = qosClass(pod({ limits: { cpu: unknown, memory: "1Gi" } })).qosClass;
        expect((answer as Unknown).identity).toBe(output);
    });

    it("does not take two unknown values that are one for different", () => {
        const same = { cpu: unknown, memory: "1Gi" };
        const answer = qosClass(pod({ requests: same, limits: same }));
        expect(answer.reasons).toEqual([]);
        expect((answer.qosClass as Unknown).path).toBe("containers[0].resources.limits.cpu");
    });

    it("sets one unknown value off against itself", () => {
        const same = { cpu: unknown, memory: "1Gi" };
        const burst = { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "2", memory: "1Gi" } };
        expect(
            classOf({ containers: [{ resources: { requests: same, limits: same } }, { resources: burst }] }),
        ).toBe("Burstable");
    });

    it.each([
        [{}],
        [{ containers: null }],
        [{ containers: "none" }],
        [{ containers: [null, 5, "a", []] }],
        [{ containers: [{ resources: 5 }, { resources: { limits: [], requests: "x" } }] }],
        [{ containers: [{ name: 5, resources: { limits: null } }], initContainers: {} }],
    ])("takes the malformed pod %j for one without resources", (podSpec) => {
        expect(classOf(podSpec)).toBe("BestEffort");
    });

    it("takes what is no quantity for unknown", () => {
        expect(classOf(pod({ limits: { cpu: "a lot", memory: "1Gi" } }))).toBe(
            "unknown: containers[0].resources.limits.cpu",
        );
    });
});
