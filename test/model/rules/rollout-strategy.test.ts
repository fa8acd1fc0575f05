import { describe, expect, it } from "vitest";
import { rolloutStrategy } from "../../../model/rules/rollout-strategy";
import { findings } from "./support/findings";
import { deployment, intent, scaledObject, secret, service, unknown } from "./support/objects";

describe("rollout-strategy", () => {
    const pool = (strategy: unknown, maxReplicaCount: unknown = 10) => [
        scaledObject({ maxReplicaCount }),
        deployment({}, { spec: { strategy } }),
        service(),
    ];
    const found = (strategy: unknown, max?: unknown) => findings(rolloutStrategy, ...pool(strategy, max));
    const rolling = (maxUnavailable: unknown) => ({
        type: "RollingUpdate",
        rollingUpdate: { maxUnavailable },
    });

    it("reports Recreate where requests are answered", () => {
        expect(found({ type: "Recreate" })).toMatchObject([
            {
                severity: "warning",
                message: "each rollout ends all replicas before it starts a new one",
                fix: expect.stringContaining("use RollingUpdate") as string,
                path: "spec.strategy.type",
            },
        ]);
        const pods = deployment(
            {},
            { metadata: intent({ archetype: "SessionServer" }), spec: { strategy: { type: "Recreate" } } },
        );
        expect(findings(rolloutStrategy, scaledObject(), pods)).toHaveLength(1);
    });

    it("reports a rolling update that may end all of them", () => {
        expect(found(rolling("100%"))).toMatchObject([
            {
                message: "maxUnavailable 100% lets a rollout end all replicas before a new one is ready",
                fix: "use 25%, Kubernetes' default",
                path: "spec.strategy.rollingUpdate.maxUnavailable",
            },
        ]);
        expect(found({ rollingUpdate: { maxUnavailable: "100%" } })).toHaveLength(1);
        expect(found(rolling(10))[0]?.message).toContain("maxUnavailable 10 lets");
    });

    it("is quiet where some stay, up to the very number", () => {
        for (const strategy of [undefined, null, {}, rolling("99%"), rolling(9), rolling(undefined)]) {
            expect(found(strategy)).toEqual([]);
        }
        expect(found({ type: "Recreate" }, 1)).toEqual([]);
        expect(found({ type: "Recreate" }, 2)).toHaveLength(1);
        expect(found({ type: "Recreate" }, unknown())).toHaveLength(1);
        expect(found(rolling(10), unknown())).toEqual([]);
    });

    it("is quiet where nobody waits for an answer, and about pods that no autoscaler scales", () => {
        const [scaler, pods, front] = pool({ type: "Recreate" });
        if (scaler === undefined || pods === undefined || front === undefined) throw new Error("no pool");
        expect(findings(rolloutStrategy, scaler, pods)).toEqual([]);
        expect(findings(rolloutStrategy, pods, front)).toEqual([]);
    });

    it("refuses a strategy that the API server refuses", () => {
        for (const type of ["OnDelete", "", 5]) {
            expect(found({ type })).toMatchObject([
                { severity: "error", fix: "use RollingUpdate or Recreate", path: "spec.strategy.type" },
            ]);
        }
    });

    it("notes what is not known", () => {
        for (const hide of [unknown, secret]) {
            expect(found(hide())).toMatchObject([{ severity: "note", path: "spec.strategy.type" }]);
            expect(found({ type: hide() })).toMatchObject([{ severity: "note", path: "spec.strategy.type" }]);
            expect(found(rolling(hide()))).toMatchObject([
                { severity: "note", path: "spec.strategy.rollingUpdate.maxUnavailable" },
            ]);
        }
        for (const strategy of ["Recreate", rolling([]), rolling(true)]) expect(found(strategy)).toEqual([]);
    });
});
