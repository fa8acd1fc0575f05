import { describe, expect, it } from "vitest";
import { idleReplicas } from "../../../model/rules/idle-replicas";
import { findings } from "./support/findings";
import { scaledObject, unknown } from "./support/objects";

describe("idle-replicas", () => {
    const idle = (idleReplicaCount: unknown, minReplicaCount: unknown) =>
        scaledObject({ idleReplicaCount, minReplicaCount });

    it("reports any number but 0", () => {
        for (const count of [1, 5, -1]) {
            expect(findings(idleReplicas, idle(count, 6))).toMatchObject([
                {
                    severity: "error",
                    message: `idleReplicaCount is ${count}, and only 0 works`,
                    fix: "use 0, or remove it",
                    path: "spec.idleReplicaCount",
                },
            ]);
        }
    });

    it("refuses 0 without a floor, as KEDA does, and calls it useless with a written floor of 0, which KEDA takes", () => {
        expect(findings(idleReplicas, idle(0, undefined))).toMatchObject([
            {
                severity: "error",
                message: "idleReplicaCount 0 is not below the floor, which is 0 as none is given",
            },
        ]);
        expect(findings(idleReplicas, idle(0, null))).toMatchObject([{ severity: "error" }]);
        expect(findings(idleReplicas, idle(0, 0))).toMatchObject([
            { severity: "warning", message: "idleReplicaCount 0 has no effect: the floor is 0 already" },
        ]);
    });

    it("is quiet about 0 below a floor, and without the field", () => {
        expect(findings(idleReplicas, idle(0, 1))).toEqual([]);
        expect(findings(idleReplicas, scaledObject())).toEqual([]);
        expect(findings(idleReplicas, idle(0, unknown()))).toEqual([]);
    });

    it("notes a number that is not known", () => {
        expect(findings(idleReplicas, idle(unknown(), 1))).toMatchObject([
            { severity: "note", path: "spec.idleReplicaCount" },
        ]);
    });
});
