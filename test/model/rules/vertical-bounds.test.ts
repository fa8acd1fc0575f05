import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verticalBounds } from "../../../model/rules/vertical-bounds";
import { findings } from "./support/findings";
import { LEAVE_OTHERS, containerPolicy, secret, unknown, verticalPodAutoscaler } from "./support/objects";

describe("vertical-bounds", () => {
    const bounded = (policy: object, mode: unknown = "Off") =>
        verticalPodAutoscaler({
            updatePolicy: { updateMode: mode },
            resourcePolicy: { containerPolicies: [containerPolicy(policy), LEAVE_OTHERS] },
        });
    const AT = "spec.resourcePolicy.containerPolicies[0]";

    it("refuses a lower bound above the upper one, and takes the same amount for both", () => {
        const from = (memory: unknown) => bounded({ minAllowed: { memory } });
        expect(findings(verticalBounds, from("4097Mi"))).toMatchObject([
            {
                severity: "error",
                message: "minAllowed of memory is 4097Mi, above maxAllowed 4Gi",
                fix: "use 4Gi or less, or raise maxAllowed",
                path: `${AT}.minAllowed.memory`,
            },
        ]);
        expect(findings(verticalBounds, from("4096Mi"))).toEqual([]);
        expect(
            findings(verticalBounds, bounded({ minAllowed: { memory: "9Gi" }, maxAllowed: undefined })),
        ).toEqual([]);
    });

    it("compares amounts and not their spelling", () => {
        const suffixes = { "": 1, k: 1000, Ki: 1024, M: 1_000_000, Mi: 1_048_576 };
        const amount = fc.tuple(
            fc.integer({ min: 1, max: 2000 }),
            fc.constantFrom(...(Object.keys(suffixes) as (keyof typeof suffixes)[])),
        );
        fc.assert(
            fc.property(amount, amount, (least, most) => {
                const [minAllowed, maxAllowed] = [least, most].map(([digits, suffix]) => ({
                    memory: `${digits}${suffix}`,
                }));
                const isOver = least[0] * suffixes[least[1]] > most[0] * suffixes[most[1]];
                expect(findings(verticalBounds, bounded({ minAllowed, maxAllowed }))).toHaveLength(
                    isOver ? 1 : 0,
                );
            }),
        );
    });

    it("warns where nothing bounds what is given to pods", () => {
        for (const mode of ["Recreate", "Auto", "InPlaceOrRecreate", "InPlace", "Initial"]) {
            expect(findings(verticalBounds, bounded({ maxAllowed: undefined }, mode))).toMatchObject([
                {
                    severity: "warning",
                    message: "nothing bounds the request of memory, which may outgrow every node",
                    fix: "give maxAllowed, at most what the largest node has free",
                    path: `${AT}.maxAllowed`,
                },
            ]);
        }
        const halfway = bounded({ controlledResources: ["cpu", "memory"] }, "Recreate");
        expect(findings(verticalBounds, halfway)).toMatchObject([
            { message: "nothing bounds the request of cpu, which may outgrow every node" },
        ]);
        expect(findings(verticalBounds, verticalPodAutoscaler({ resourcePolicy: undefined }))).toMatchObject([
            {
                message: "nothing bounds the request of cpu and memory, which may outgrow every node",
                path: "spec.resourcePolicy",
            },
        ]);
    });

    it("takes a bound of 0 for none, as VPA does", () => {
        expect(findings(verticalBounds, bounded({ maxAllowed: { memory: "0" } }, "Recreate"))).toMatchObject([
            { severity: "warning", message: expect.stringContaining("nothing bounds") as string },
        ]);
    });

    it("is quiet where there is a bound, and where nothing is given to pods", () => {
        expect(findings(verticalBounds, bounded({}, "Recreate"))).toEqual([]);
        expect(findings(verticalBounds, bounded({ maxAllowed: undefined }, "Off"))).toEqual([]);
        expect(findings(verticalBounds, bounded({ maxAllowed: undefined, mode: "Off" }, "Recreate"))).toEqual(
            [],
        );
    });

    it("warns of bounds for what is not sized", () => {
        expect(findings(verticalBounds, bounded({ minAllowed: { cpu: "1" } }))).toMatchObject([
            {
                severity: "warning",
                message: "minAllowed of cpu has no effect: cpu is not sized",
                fix: "remove it, or add the resource to controlledResources",
                path: `${AT}.minAllowed.cpu`,
            },
        ]);
        expect(findings(verticalBounds, bounded({ mode: "Off" }))).toHaveLength(1);
        expect(
            findings(
                verticalBounds,
                bounded({ controlledResources: undefined, maxAllowed: { "nvidia.com/gpu": 1 } }),
            ),
        ).toHaveLength(1);
    });

    it("refuses amounts that VPA cannot hold, and those below 0", () => {
        const of = (resource: string, amount: unknown) =>
            findings(
                verticalBounds,
                bounded({ controlledResources: [resource], maxAllowed: { [resource]: amount } }),
            ).map(({ severity, message }) => `${severity}: ${message}`);
        expect(of("cpu", "1500u")).toEqual([
            "error: maxAllowed of cpu is 1500u, and VPA accepts only a whole number of millicores",
        ]);
        expect(of("memory", "1500m")).toEqual([
            "error: maxAllowed of memory is 1500m, and VPA accepts only a whole number of bytes",
        ]);
        expect(of("memory", "-1")).toEqual(["error: maxAllowed of memory is -1"]);
        expect([of("cpu", "1m"), of("cpu", 2), of("memory", "2000m"), of("memory", 1)]).toEqual([
            [],
            [],
            [],
            [],
        ]);
    });

    it("notes what is not known, and leaves wrong types to the reading", () => {
        const notes = (policy: object, mode?: string) =>
            findings(verticalBounds, bounded(policy, mode)).map(
                ({ severity, message }) => `${severity}: ${message}`,
            );
        expect(notes({ maxAllowed: { memory: unknown() } }, "Recreate")).toEqual([
            `note: ${AT}.maxAllowed.memory is known only after apply, so it is not checked`,
        ]);
        expect(notes({ maxAllowed: secret() }, "Recreate")).toEqual([
            `note: ${AT}.maxAllowed is known only after apply, so it is not checked`,
        ]);
        expect(notes({ controlledResources: unknown() }, "Recreate")).toEqual([
            "note: what is sized is known only after apply, so it is not checked",
        ]);
        expect(notes({ maxAllowed: { memory: "lots" } }, "Recreate")).toEqual([]);
    });
});
