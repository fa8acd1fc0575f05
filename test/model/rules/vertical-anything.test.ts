import fc from "fast-check";
import { expect, it } from "vitest";
import { explain } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import { check } from "../../../model/rules";
import { deployment, horizontalPodAutoscaler, unknown, verticalPodAutoscaler } from "./support/objects";

/** Members of a VerticalPodAutoscaler at their places, each with anything in it. */
const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(unknown()),
    fc.constantFrom("Off", "Recreate", "InPlace", "*", "agent", "cpu", "1Gi"),
);
const policy = fc.record(
    {
        containerName: anything,
        mode: anything,
        controlledResources: fc.oneof(anything, fc.array(anything)),
        controlledValues: anything,
        minAllowed: fc.oneof(anything, fc.record({ memory: anything })),
        maxAllowed: fc.oneof(anything, fc.record({ cpu: anything })),
    },
    { requiredKeys: [] },
);
const spec = fc.record(
    {
        targetRef: fc.oneof(anything, fc.record({ kind: anything, name: anything })),
        updatePolicy: fc.oneof(anything, fc.record({ updateMode: anything, minReplicas: anything })),
        resourcePolicy: fc.oneof(
            anything,
            fc.record({ containerPolicies: fc.oneof(anything, fc.array(fc.oneof(anything, policy))) }),
        ),
    },
    { requiredKeys: [] },
);

it("whatever stands in a VerticalPodAutoscaler is judged and explained, in sentences", () => {
    fc.assert(
        fc.property(spec, (members) => {
            const fleet = readFleet([
                deployment(),
                horizontalPodAutoscaler(),
                verticalPodAutoscaler(members),
            ]);
            for (const { message, fix } of check(fleet)) {
                expect(`${message} ${fix}`).not.toMatch(/undefined|\[object|NaN/);
            }
            for (const { text } of explain(fleet).flatMap(({ sentences }) => sentences)) {
                expect(text).toMatch(/^[A-Za-z].*\.$/s);
                expect(text).not.toMatch(/undefined|\[object|NaN/);
            }
        }),
    );
});
