import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { memoryLimit } from "../../../model/rules/memory-limit";
import { findings, findingsAsked } from "./support/findings";
import { container, deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";
import { limitRange } from "./support/quotas";

describe("memory-limit", () => {
    const pool = (resources: unknown, podSpec: object = {}) => [
        scaledObject(),
        deployment({ containers: [container({ resources })], ...podSpec }),
    ];
    const found = (objects: readonly Declared[], values: Readonly<Record<string, unknown>> = {}) =>
        findingsAsked({ profile: "standard", values }, memoryLimit, ...objects);
    const memory = (request: unknown, limit: unknown) => ({
        requests: { cpu: "1", memory: request },
        limits: { memory: limit },
    });

    it("asks for a limit", () => {
        expect(found(pool({ requests: { memory: "1Gi" }, limits: { cpu: "2" } }))).toMatchObject([
            {
                severity: "warning",
                message: 'container "agent" has no memory limit: one that leaks takes the memory of its node',
                fix: "set a memory limit of at most 2 times the request",
                path: "spec.template.spec.containers[0].resources.limits.memory",
            },
        ]);
        expect(found([scaledJob()])).toHaveLength(1);
    });

    it("reports a limit far above the request, with the numbers", () => {
        expect(found(pool(memory("1Gi", "4Gi")))).toMatchObject([
            {
                message: 'container "agent" may use 4Gi of memory, 4 times the 1Gi that it requests',
                fix: "keep the limit within 2 times the request",
                path: "spec.template.spec.containers[0].resources.limits.memory",
            },
        ]);
    });

    it("lets a limit be twice the request, and no byte more", () => {
        expect(found(pool(memory("1Gi", "2Gi")))).toEqual([]);
        expect(found(pool(memory(1024, 2049)))[0]?.message).toContain("2.01 times the 1024");
        expect(found(pool(memory(undefined, "64Gi")))).toEqual([]);
    });

    it("draws the line at the very byte, for any request and any whole ratio", () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 2 ** 40 }),
                fc.integer({ min: 1, max: 64 }),
                (bytes, ratio) => {
                    const limited = (limit: number) => found(pool(memory(bytes, limit)), { ratio });
                    expect(limited(bytes * ratio)).toEqual([]);
                    expect(limited(bytes * ratio + 1)).toHaveLength(1);
                },
            ),
        );
    });

    it("goes by the ratio that a team sets", () => {
        expect(found(pool(memory("1Gi", "1536Mi")), { ratio: 1.5 })).toEqual([]);
        expect(found(pool(memory("1Gi", "2Gi")), { ratio: 1.5 })).toMatchObject([
            { fix: "keep the limit within 1.5 times the request" },
        ]);
    });

    it("looks at sidecars, and not at containers that end before the pod works", () => {
        const podSpec = (restartPolicy?: string) => ({
            initContainers: [{ name: "proxy", ...(restartPolicy === undefined ? {} : { restartPolicy }) }],
        });
        expect(found(pool(memory("1Gi", "1Gi"), podSpec("Always")))).toMatchObject([
            { path: "spec.template.spec.initContainers[0].resources.limits.memory" },
        ]);
        expect(found(pool(memory("1Gi", "1Gi"), podSpec()))).toEqual([]);
    });

    it("is content with a limit of the pod, or of the namespace, and quiet in the profile dev", () => {
        expect(found(pool({}, { resources: { limits: { memory: "2Gi" } } }))).toEqual([]);
        expect(found([...pool({}), limitRange({ default: { memory: "1Gi" } })])).toEqual([]);
        expect(found([...pool({}), limitRange({ defaultRequest: { memory: "1Gi" } })])).toHaveLength(1);
        expect(findings(memoryLimit, ...pool({}))).toEqual([]);
        expect(found(pool({}).slice(1))).toEqual([]);
    });

    it("leaves what is not known, or no amount, to container-resources", () => {
        for (const resources of [
            unknown(),
            { limits: secret() },
            memory("1Gi", unknown()),
            memory(secret(), "64Gi"),
            memory("a lot", "64Gi"),
            memory("1Gi", "much"),
            memory("0", "1Gi"),
        ]) {
            expect(found(pool(resources))).toEqual([]);
        }
        expect(found([scaledObject(), deployment({ containers: unknown() })])).toEqual([]);
        expect(found(pool("small"))).toHaveLength(1);
    });
});
