import { describe, expect, it } from "vitest";
import { spotDiversity } from "../../../model/rules/spot-diversity";
import { allFindings, findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("spot-diversity", () => {
    const types = (instanceTypes: unknown, more = {}) =>
        findings(spotDiversity, eksNodeGroup({ instanceTypes, ...more }));

    it("fires below three types, each counted once", () => {
        expect(types(["m7i.xlarge"])).toMatchObject([
            {
                severity: "warning",
                message: "the group is on spot with one type of instance",
                path: "instanceTypes",
            },
        ]);
        expect(types(["m7i.xlarge", "m7a.xlarge", "m7i.xlarge"])).toMatchObject([
            { message: "the group is on spot with 2 types of instances" },
        ]);
        expect(types(undefined)).toMatchObject([
            { message: expect.stringContaining("AWS's default type alone") as string },
        ]);
    });

    it("is quiet from three types on, on demand, and for GKE, whose pools have one type", () => {
        expect(types(["m7i.xlarge", "m7a.xlarge", "m6i.xlarge"])).toEqual([]);
        expect(types(["m7i.xlarge"], { capacityType: "ON_DEMAND" })).toEqual([]);
        expect(types(["m7i.xlarge"], { capacityType: undefined })).toEqual([]);
        expect(findings(spotDiversity, gkeNodePool())).toEqual([]);
    });

    it("notes what is not known yet, and leaves a wrong type to the check of types", () => {
        expect(types(unknown())).toMatchObject([{ severity: "note", path: "instanceTypes" }]);
        expect(types(["a", "b", "c"], { capacityType: secret() })).toMatchObject([
            { severity: "note", path: "capacityType" },
        ]);
        expect(allFindings(eksNodeGroup({ instanceTypes: "m7i.xlarge" })).map(({ id }) => id)).toContain(
            "field-type",
        );
    });
});
