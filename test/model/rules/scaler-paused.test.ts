import { describe, expect, it } from "vitest";
import { scalerPaused } from "../../../model/rules/scaler-paused";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, unknown } from "./support/objects";

describe("scaler-paused", () => {
    const prefix = "autoscaling.keda.sh/";
    const paused = (annotations: Record<string, unknown>) =>
        scaledObject(
            {},
            {
                annotations: Object.fromEntries(
                    Object.entries(annotations).map(([key, value]) => [prefix + key, value]),
                ),
            },
        );

    it.each([
        ["paused", "true", "the scaler stands still at as many replicas as there are"],
        ["paused", "anything", "the scaler stands still at as many replicas as there are"],
        ["paused-replicas", "0", "the scaler stands still at 0 replicas"],
        ["paused-replicas", "1", "the scaler stands still at 1 replica"],
        ["paused-replicas", "few", 'the scaler stands still at "few" replicas'],
        ["paused-scale-in", "true", "no replica is taken away"],
        ["paused-scale-out", "", "no replica is added"],
    ])("reports %s: %j", (key, value, effect) => {
        expect(findings(scalerPaused, paused({ [key]: value }))).toMatchObject([
            {
                severity: "warning",
                message: `${effect}, until ${prefix}${key} is removed`,
                path: `metadata.annotations["${prefix}${key}"]`,
            },
        ]);
    });

    it("reports the strongest only, and both directions where none is stronger", () => {
        const all = { "paused-replicas": "3", paused: "true", "paused-scale-in": "true" };
        expect(findings(scalerPaused, paused(all)).map(({ path }) => path)).toEqual([
            'metadata.annotations["autoscaling.keda.sh/paused-replicas"]',
        ]);
        const directions = { "paused-scale-in": "true", "paused-scale-out": "true" };
        expect(findings(scalerPaused, paused(directions))).toHaveLength(2);
    });

    it("is quiet where nothing stands still", () => {
        expect(findings(scalerPaused, paused({ paused: "false", "paused-scale-in": "0" }))).toEqual([]);
        expect(findings(scalerPaused, scaledObject())).toEqual([]);
        expect(findings(scalerPaused, paused({ "force-activation": "true" }))).toEqual([]);
        const hpa = horizontalPodAutoscaler({}, { annotations: { [`${prefix}paused`]: "true" } });
        expect(findings(scalerPaused, hpa)).toEqual([]);
    });

    it("leaves a value that is not known to keda-annotations, and a wrong type to reading", () => {
        expect(findings(scalerPaused, paused({ paused: unknown() }))).toEqual([]);
        expect(findings(scalerPaused, paused({ paused: true }))).toEqual([]);
    });

    it("knows one pause of jobs, and none of those that KEDA does not read there", () => {
        const job = (annotations: object) => scaledJob({}, { annotations });
        const key = `${prefix}paused`;
        for (const value of ["true", "no"]) {
            expect(findings(scalerPaused, job({ [key]: value }))).toMatchObject([
                { message: `no job is started, until ${key} is removed` },
            ]);
        }
        expect(findings(scalerPaused, job({ [key]: "false", [`${prefix}paused-replicas`]: "0" }))).toEqual(
            [],
        );
        expect(findings(scalerPaused, job({ [`${prefix}paused-scale-out`]: "true" }))).toEqual([]);
    });
});
