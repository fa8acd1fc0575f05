import { describe, expect, it } from "vitest";
import { verticalFloor } from "../../../model/rules/vertical-floor";
import { findings, strictFindings } from "./support/findings";
import { LEAVE_OTHERS, containerPolicy, secret, unknown, verticalPodAutoscaler } from "./support/objects";

describe("vertical-floor", () => {
    const sized = (policy: object, spec: object = {}) =>
        strictFindings(
            verticalFloor,
            {},
            verticalPodAutoscaler({
                resourcePolicy: { containerPolicies: [containerPolicy(policy), LEAVE_OTHERS] },
                ...spec,
            }),
        );

    it("reports what may shrink as far as the recommender likes", () => {
        expect(sized({})).toMatchObject([
            {
                severity: "error",
                message: "without a lower bound the request may fall to 250Mi of memory",
                fix: "give minAllowed, at least what one task needs",
                path: "spec.resourcePolicy.containerPolicies[0].minAllowed",
            },
        ]);
        expect(
            sized({ controlledResources: ["cpu", "memory"], minAllowed: { memory: "1Gi" } }),
        ).toMatchObject([{ message: "without a lower bound the request may fall to 25m of cpu" }]);
        expect(sized({ minAllowed: { memory: "0" } })).toHaveLength(1);
    });

    it("reports a policy that is not there at all", () => {
        expect(
            strictFindings(verticalFloor, {}, verticalPodAutoscaler({ resourcePolicy: undefined })),
        ).toMatchObject([
            {
                message: "without a lower bound the request may fall to 25m of cpu and 250Mi of memory",
                path: "spec.resourcePolicy",
            },
        ]);
    });

    it("is quiet with a bound, about what changes nothing, and by default", () => {
        expect(sized({ minAllowed: { memory: "1" } })).toEqual([]);
        expect(sized({ mode: "Off" })).toEqual([]);
        expect(sized({}, { updatePolicy: { updateMode: "Off" } })).toEqual([]);
        expect(findings(verticalFloor, verticalPodAutoscaler())).toEqual([]);
    });

    it("leaves bounds that are not known to vertical-bounds", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(sized({ minAllowed: hidden })).toEqual([]);
            expect(sized({ minAllowed: { memory: hidden } })).toEqual([]);
            expect(sized({}, { updatePolicy: { updateMode: hidden } })).toEqual([]);
            expect(sized({}, { resourcePolicy: { containerPolicies: hidden } })).toEqual([]);
        }
    });

    it("takes a bound of the wrong type for none", () => {
        expect(sized({ minAllowed: "1Gi" })).toHaveLength(1);
    });
});
