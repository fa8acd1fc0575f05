import { describe, expect, it } from "vitest";
import { spotTaint } from "../../../model/rules/spot-taint";
import { allFindings, findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("spot-taint", () => {
    it("fires for spot nodes without a taint, in both clouds", () => {
        const found = findings(
            spotTaint,
            eksNodeGroup({ taints: [] }),
            gkeNodePool({}, { taints: undefined }),
        );
        expect(found).toMatchObject([
            { severity: "warning", path: "capacityType", resource: { kind: "NodeGroup" } },
            { path: "nodeConfig.spot", resource: { kind: "NodePool" } },
        ]);
    });

    it("is quiet with one taint, and on demand", () => {
        expect(findings(spotTaint, eksNodeGroup(), gkeNodePool())).toEqual([]);
        expect(findings(spotTaint, eksNodeGroup({ taints: [], capacityType: "ON_DEMAND" }))).toEqual([]);
    });

    it("notes taints that are not known yet, and is quiet where spot is not known", () => {
        expect(findings(spotTaint, eksNodeGroup({ taints: unknown() }))).toMatchObject([
            { severity: "note" },
        ]);
        expect(findings(spotTaint, eksNodeGroup({ taints: [], capacityType: secret() }))).toEqual([]);
    });

    it("leaves a capacity of another type to the check of types", () => {
        expect(allFindings(eksNodeGroup({ capacityType: 1 })).map(({ id }) => id)).toContain("field-type");
    });
});
