import { describe, expect, it } from "vitest";
import { nodeScheduleSizes } from "../../../model/rules/node-schedule-sizes";
import { allFindings, findings } from "./support/findings";
import { nodeSchedule } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("node-schedule-sizes", () => {
    it("fires for each size that is left out, with the value that leaves it alone", () => {
        expect(
            findings(nodeScheduleSizes, nodeSchedule({ maxSize: undefined, desiredCapacity: undefined })),
        ).toMatchObject([
            { path: "desiredCapacity", fix: "give desiredCapacity, or -1 to leave it as it is" },
            { path: "maxSize", edit: { member: "maxSize", value: -1 } },
        ]);
    });

    it("is quiet where all are given, also 0, and those that are not known yet", () => {
        expect(findings(nodeScheduleSizes, nodeSchedule())).toEqual([]);
        expect(
            findings(
                nodeScheduleSizes,
                nodeSchedule({ minSize: 0, maxSize: unknown(), desiredCapacity: secret() }),
            ),
        ).toEqual([]);
    });

    it("leaves a size of another type to the check of types", () => {
        expect(
            allFindings(nodeSchedule({ minSize: "5" })).filter(({ id }) => id === "field-type"),
        ).toHaveLength(1);
    });
});
