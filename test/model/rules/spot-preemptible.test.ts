import { describe, expect, it } from "vitest";
import { spotPreemptible } from "../../../model/rules/spot-preemptible";
import { allFindings, findings } from "./support/findings";
import { gkeNodePool } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("spot-preemptible", () => {
    const of = (preemptible: unknown) =>
        findings(spotPreemptible, gkeNodePool({}, { spot: undefined, preemptible }));

    it("fires for preemptible nodes", () => {
        expect(of(true)).toMatchObject([{ severity: "warning", path: "nodeConfig.preemptible" }]);
    });

    it("is quiet for spot, for false, and for what is not known", () => {
        expect(findings(spotPreemptible, gkeNodePool())).toEqual([]);
        for (const value of [false, undefined, unknown(), secret()]) expect(of(value)).toEqual([]);
    });

    it("leaves another type to the check of types", () => {
        expect(allFindings(gkeNodePool({}, { preemptible: "yes" })).map(({ id }) => id)).toContain(
            "field-type",
        );
    });
});
