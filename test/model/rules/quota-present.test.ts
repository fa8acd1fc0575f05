import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { quotaPresent } from "../../../model/rules/quota-present";
import { findings, strictFindings } from "./support/findings";
import { deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";
import { namespace, resourceQuota } from "./support/quotas";

describe("quota-present", () => {
    const found = (...objects: readonly Declared[]) => strictFindings(quotaPresent, {}, ...objects);
    const pool = [scaledObject(), deployment()] as const;
    const whole = { "requests.cpu": "40", "requests.memory": "80Gi", pods: "20" };

    it("reports a declared namespace with pools and no quota", () => {
        expect(found(namespace(), ...pool)).toMatchObject([
            {
                severity: "error",
                message:
                    "no quota bounds requests.cpu, requests.memory and pods of the pools in this namespace",
                fix: "declare a ResourceQuota with requests.cpu, requests.memory and pods, enough for all ceilings and a rollout",
                path: "metadata.name",
                resource: { kind: "Namespace" },
            },
        ]);
        expect(found(namespace(), scaledJob())).toHaveLength(1);
    });

    it("reports what a quota leaves out", () => {
        expect(found(...pool, resourceQuota({ cpu: "40", "count/pods": "20" }))).toMatchObject([
            {
                message: "no quota bounds requests.memory of the pools in this namespace",
                path: "spec.hard",
                resource: { kind: "ResourceQuota" },
            },
        ]);
    });

    it("is quiet where quotas bound all three together, under either name", () => {
        expect(found(namespace(), ...pool, resourceQuota(whole))).toEqual([]);
        const { pods, ...rest } = whole;
        const two = [resourceQuota({ pods }), resourceQuota(rest, {}, { name: "more" })];
        expect(found(namespace(), ...pool, ...two)).toEqual([]);
        expect(found(...pool, resourceQuota({ cpu: "4", memory: "8Gi", pods }))).toEqual([]);
    });

    it("takes a quota for none that does not count the pool's pods", () => {
        expect(found(...pool, resourceQuota(whole, { scopes: ["BestEffort"] }))).toHaveLength(1);
        expect(found(...pool, resourceQuota(whole, { scopes: ["NotBestEffort"] }))).toEqual([]);
        expect(
            found(namespace(), ...pool, resourceQuota(whole, {}, { namespace: "elsewhere" })),
        ).toHaveLength(1);
    });

    it("is quiet about namespaces that somebody else looks after, that have no pools, and by default", () => {
        expect(found(...pool)).toEqual([]);
        expect(found(namespace("elsewhere"), ...pool)).toEqual([]);
        expect(found(namespace(), deployment())).toEqual([]);
        expect(findings(quotaPresent, namespace(), ...pool)).toEqual([]);
    });

    it("is quiet about a quota that is not known, which quota-covers-ceiling notes", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(found(...pool, resourceQuota(hidden))).toEqual([]);
            expect(found(...pool, resourceQuota({ ...whole, pods: hidden }))).toEqual([]);
            expect(found(...pool, resourceQuota(whole, { scopes: hidden }))).toEqual([]);
        }
        // A ceiling that is not known needs a quota all the more.
        expect(found(namespace(), scaledObject({ maxReplicaCount: unknown() }), deployment())).toHaveLength(
            1,
        );
    });

    it("takes a list of amounts of the wrong type for none", () => {
        expect(found(...pool, resourceQuota("20"))).toHaveLength(1);
    });
});
