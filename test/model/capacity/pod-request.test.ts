import { describe, expect, it } from "vitest";
import {
    parseQuantity,
    type PodSpec,
    podRequest,
    Quantity,
    requestedResources,
} from "../../../model/capacity";
import { Unknown } from "../../../model/declared";
import { RECORDED_PODS } from "./recorded-pods";

const unknown = new Unknown("workload.cpu", {});

function request(podSpec: PodSpec, resource: string): string {
    const amount = podRequest(podSpec, resource);
    return amount instanceof Quantity ? amount.toString() : `unknown: ${amount.path}`;
}

describe("podRequest", () => {
    it.each(RECORDED_PODS)("counts as Kubernetes for $name", ({ podSpec, requests }) => {
        for (const resource of ["cpu", "memory", ...Object.keys(requests)]) {
            const expected = parseQuantity(requests[resource] ?? "0") as Quantity;
            expect((podRequest(podSpec, resource) as Quantity).nanos).toBe(expected.nanos);
        }
        expect(requestedResources(podSpec)).toEqual(Object.keys(requests).sort());
    });

    it("is unknown where an amount that counts is", () => {
        const container = { name: "a", resources: { requests: { cpu: unknown, memory: "1Gi" } } };
        expect(request({ containers: [container] }, "cpu")).toBe(
            "unknown: containers[0].resources.requests.cpu",
        );
        expect(request({ containers: [container] }, "memory")).toBe("1Gi");
        expect(request({ containers: [container], resources: { requests: { cpu: "2" } } }, "cpu")).toBe("2");
        expect(request({ containers: unknown }, "cpu")).toBe("unknown: containers");
        expect(request({ containers: [], overhead: unknown }, "cpu")).toBe("unknown: overhead");
        expect(request({ containers: [{ resources: { requests: { cpu: "lots" } } }] }, "cpu")).toBe(
            "unknown: containers[0].resources.requests.cpu",
        );
    });

    it("is unknown where it is open whether an init container keeps running", () => {
        const init = { name: "i", restartPolicy: unknown, resources: { requests: { cpu: "1" } } };
        const podSpec = { containers: [], initContainers: [init] };
        expect(request(podSpec, "cpu")).toBe("unknown: initContainers[0].restartPolicy");
        expect(request(podSpec, "memory")).toBe("0");
    });

    it.each([
        [{}],
        [{ containers: 5 }],
        [{ containers: [null] }],
        [{ containers: [{ resources: [] }], overhead: 1 }],
    ])("counts nothing in the malformed pod %j", (podSpec) => {
        expect([request(podSpec, "cpu"), requestedResources(podSpec)]).toEqual(["0", []]);
    });

    it("is not misled by names that objects have anyway", () => {
        expect(request({ containers: [{ resources: { requests: {} } }] }, "constructor")).toBe("0");
    });
});
