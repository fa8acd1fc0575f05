import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podLimit, podRequest } from "../../../model/capacity";
import { Secret, Unknown } from "../../../model/declared";

const limited = (amount: unknown, more: object = {}) => ({
    name: "agent",
    resources: { limits: { memory: amount } },
    ...more,
});
const memory = (podSpec: Readonly<Record<string, unknown>>): string => {
    const limit = podLimit(podSpec, "memory");
    return limit instanceof Unknown ? `unknown ${limit.path}` : limit.toString();
};

describe("podLimit", () => {
    it("adds the limits of containers that run side by side", () => {
        expect(memory({ containers: [limited("1Gi"), limited("512Mi"), { name: "free" }] })).toBe("1536Mi");
        expect(memory({ containers: [{ name: "free", resources: { requests: { memory: "1Gi" } } }] })).toBe(
            "0",
        );
    });

    it("takes what the start needs where that is more", () => {
        const containers = [limited("1Gi")];
        expect(memory({ containers, initContainers: [limited("3Gi")] })).toBe("3Gi");
        const sidecar = limited("1Gi", { restartPolicy: "Always" });
        expect(memory({ containers, initContainers: [sidecar, limited("3Gi")] })).toBe("4Gi");
        expect(memory({ containers, initContainers: [sidecar] })).toBe("2Gi");
    });

    it("prefers the limit of the pod as a whole, of what it may name", () => {
        const resources = { limits: { memory: "5Gi", "nvidia.com/gpu": 4 } };
        expect(memory({ resources, containers: [limited("1Gi")] })).toBe("5Gi");
        expect(podLimit({ resources, containers: [] }, "nvidia.com/gpu")).toMatchObject({ nanos: 0n });
        expect(memory({ resources: { limits: { cpu: "1" } }, containers: [limited("1Gi")] })).toBe("1Gi");
    });

    it("adds the overhead only where there is a limit", () => {
        const overhead = { memory: "256Mi" };
        expect(memory({ overhead, containers: [limited("1Gi")] })).toBe("1280Mi");
        expect(memory({ overhead, containers: [{ name: "free" }] })).toBe("0");
    });

    it("is not known where an amount that counts is not", () => {
        for (const hidden of [new Unknown("a", 1), new Secret(1)]) {
            expect(memory({ containers: [limited(hidden)] })).toBe(
                "unknown containers[0].resources.limits.memory",
            );
            expect(memory({ containers: hidden })).toBe("unknown containers");
            expect(memory({ resources: hidden, containers: [] })).toBe("unknown resources.limits");
            expect(memory({ overhead: hidden, containers: [limited("1Gi")] })).toBe("unknown overhead");
        }
        expect(memory({ containers: [limited("much")] })).toMatch(/^unknown/);
    });

    it("is the request where every container has a limit and requests nothing else", () => {
        const container = fc.record({
            resources: fc.record({
                limits: fc.record({ memory: fc.nat(1_000_000).map((kib) => `${kib}Ki`) }),
            }),
            restartPolicy: fc.constantFrom("Always", undefined),
        });
        const pods = fc.record({
            containers: fc.array(container, { minLength: 1, maxLength: 4 }),
            initContainers: fc.array(container, { maxLength: 4 }),
            overhead: fc.constantFrom({ memory: "1Mi" }, {}),
        });
        fc.assert(
            fc.property(pods, (pod) => {
                expect(podLimit(pod, "memory")).toEqual(podRequest(pod, "memory"));
            }),
        );
    });
});
