import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import { RULES, check } from "../../../model/rules";
import { exemption } from "../../../model/rules/exemption";
import { WORKER, resolved } from "../pool/support/pools";
import { deployment, scaledObject, secret, unknown } from "./support/objects";

describe("exemption", () => {
    const key = "agent-autoscaling/exempt";
    const path = `metadata.annotations["${key}"]`;
    const exempt = (value: unknown, make: (metadata: object) => Declared = asScaler): Declared =>
        make({
            annotations: {
                [key]: typeof value === "object" && Array.isArray(value) ? JSON.stringify(value) : value,
            },
        });
    const asScaler = (metadata: object): Declared => scaledObject({}, metadata);
    const found = (objects: readonly Declared[], today = "2026-12-31") =>
        check(readFleet(objects), [exemption], { today });

    it("reports a rule that is not there, and the one that was meant", () => {
        expect(found([exempt([{ rule: "scale-max-state", reason: "it is fine" }])])).toMatchObject([
            {
                id: "exemption",
                severity: "warning",
                message: 'no rule is called "scale-max-state"',
                fix: "did you mean scale-max-stated?",
                path: `${path}[0].rule`,
                resource: { kind: "ScaledObject" },
            },
        ]);
        expect(found([exempt([{ rule: "x", reason: "y" }])])[0]?.fix).toBe(
            "use the id in brackets behind the finding",
        );
        expect(found([exempt([{ rule: "exemption", reason: "y" }])])).toMatchObject([
            { message: "exemptions themselves cannot be exempt" },
        ]);
    });

    it("reports one that ran out, from the day after its last", () => {
        const one = [exempt([{ rule: "scale-max-stated", reason: "trial", until: "2026-12-31" }])];
        expect(found(one, "2027-01-01")).toMatchObject([
            {
                severity: "warning",
                message: "the exemption of scale-max-stated ran out on 2026-12-31",
                path: `${path}[0].until`,
            },
        ]);
        expect(found(one, "2026-12-31")).toEqual([]);
        expect(check(readFleet(one), [exemption])).toEqual([]);
    });

    it("reports what has no reason, and what cannot be read", () => {
        expect(found([exempt([{ rule: "scale-max-stated" }])])).toMatchObject([
            { message: "the exemption of scale-max-stated has no reason", path: `${path}[0].reason` },
        ]);
        expect(found([exempt(["scale-max-stated"])])).toMatchObject([{ path: `${path}[0]` }]);
        expect(found([exempt("scale-max-stated=fine")])).toMatchObject([
            {
                severity: "warning",
                message: `the annotation ${key} is not valid JSON, so nothing is exempt`,
                path,
            },
        ]);
        expect(found([exempt(true)])).toMatchObject([
            { message: `the annotation ${key} is not text, so nothing is exempt` },
        ]);
    });

    it("is quiet about sound ones, and about objects without any", () => {
        expect(found([exempt([{ rule: "scale-max-stated", reason: "trial", until: "2027-01-31" }])])).toEqual(
            [],
        );
        expect(found([exempt("[]"), scaledObject(), exempt(null)])).toEqual([]);
    });

    it("reads objects of every kind", () => {
        const asDeployment = (metadata: object): Declared => deployment({}, { metadata });
        expect(found([exempt("x", asDeployment)])).toMatchObject([{ resource: { kind: "Deployment" } }]);
    });

    it("notes an annotation that is known only after apply", () => {
        for (const value of [unknown(), secret()]) {
            expect(found([exempt(value)])).toMatchObject([
                {
                    severity: "note",
                    message: "what the object is exempt from is known only after apply, so it is not checked",
                    path,
                },
            ]);
        }
        expect(found([scaledObject({}, { annotations: unknown() })])).toEqual([]);
    });

    it("says once what is wrong with a pool's, although each of its objects carries it", () => {
        const pool = resolved({ ...WORKER, exemptions: [{ rule: "scale-maxx", reason: "y" }] });
        const declared = manifests(pool);
        expect(found(declared)).toMatchObject([{ origin: { argument: "exemptions[0].rule" } }]);
        expect(found([...declared].reverse())).toEqual(found(declared));
    });

    it("is one of the rules", () => {
        expect(RULES).toContain(exemption);
    });
});
