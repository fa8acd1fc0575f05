import { describe, expect, it } from "vitest";
import { spotShutdownGrace } from "../../../model/rules/spot-shutdown-grace";
import { allFindings, findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("spot-shutdown-grace", () => {
    const kubeletConfig = { shutdownGracePeriodSeconds: 120 };
    const grace = (nodeConfig: object) =>
        findings(spotShutdownGrace, gkeNodePool({}, { kubeletConfig, ...nodeConfig }));

    it("fires on demand, said or by default", () => {
        expect(grace({ spot: false })).toMatchObject([
            { severity: "error", path: "nodeConfig.kubeletConfig.shutdownGracePeriodSeconds" },
        ]);
        expect(grace({ spot: undefined })).toHaveLength(1);
    });

    it("is quiet on spot and on preemptible nodes, and without the field", () => {
        expect(grace({})).toEqual([]);
        expect(grace({ spot: undefined, preemptible: true })).toEqual([]);
        expect(grace({ spot: false, kubeletConfig: {} })).toEqual([]);
        expect(findings(spotShutdownGrace, eksNodeGroup())).toEqual([]);
    });

    it("is quiet where it is not known whether the pool is on spot, and fires for seconds that are not known", () => {
        expect(grace({ spot: unknown() })).toEqual([]);
        expect(grace({ spot: false, kubeletConfig: { shutdownGracePeriodSeconds: secret() } })).toHaveLength(
            1,
        );
    });

    it("leaves seconds of another type to the check of types", () => {
        const wrong = gkeNodePool({}, { kubeletConfig: { shutdownGracePeriodSeconds: "120s" } });
        expect(allFindings(wrong).map(({ id }) => id)).toContain("field-type");
    });
});
