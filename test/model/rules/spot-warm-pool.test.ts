import { describe, expect, it } from "vitest";
import { spotWarmPool } from "../../../model/rules/spot-warm-pool";
import { allFindings, findings } from "./support/findings";
import { eksNodeGroup } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("spot-warm-pool", () => {
    const warm = (inputs: object) =>
        findings(spotWarmPool, eksNodeGroup({ warmPoolConfig: { minSize: 1 }, ...inputs }));

    it("fires for a warm pool on spot, however empty its settings", () => {
        expect(warm({})).toMatchObject([{ severity: "warning", path: "warmPoolConfig" }]);
        expect(warm({ warmPoolConfig: {} })).toHaveLength(1);
    });

    it("is quiet on demand, and without a warm pool", () => {
        expect(warm({ capacityType: "ON_DEMAND" })).toEqual([]);
        expect(warm({ warmPoolConfig: undefined })).toEqual([]);
    });

    it("is quiet where one of the two is not known: spot-diversity notes the capacity", () => {
        expect(warm({ capacityType: unknown() })).toEqual([]);
        expect(warm({ warmPoolConfig: secret() })).toEqual([]);
        expect(
            allFindings(eksNodeGroup({ capacityType: unknown() })).map(({ severity }) => severity),
        ).toContain("note");
    });
});
