import { describe, expect, it } from "vitest";
import { triggerIdentity } from "../../../model/rules/trigger-identity";
import { allFindings, findings } from "./support/findings";
import { cpu, cron, redis, scaledObject, unknown } from "./support/objects";

describe("trigger-identity", () => {
    const named = (...names: unknown[]) =>
        scaledObject({ triggers: names.map((name) => redis({}, { name })) });

    it("reports the second trigger of a name", () => {
        expect(findings(triggerIdentity, named("queue", "other", "queue"))).toMatchObject([
            {
                severity: "error",
                message: 'another trigger is called "queue" already',
                fix: "give each trigger a name of its own",
                path: "spec.triggers[2].name",
            },
        ]);
    });

    it("reports caching of triggers without a source", () => {
        const triggers = [cpu({}, { useCachedMetrics: true }), { ...cron(), useCachedMetrics: true }];
        expect(findings(triggerIdentity, scaledObject({ triggers }))).toMatchObject([
            {
                severity: "error",
                message: "useCachedMetrics does not work for cpu",
                path: "spec.triggers[0].useCachedMetrics",
            },
            { message: "useCachedMetrics does not work for cron", fix: "remove it" },
        ]);
    });

    it("is quiet about names of their own, none, and empty ones, which KEDA takes for none", () => {
        expect(findings(triggerIdentity, named("a", "b", undefined, undefined))).toEqual([]);
        expect(findings(triggerIdentity, named("", "", "A", "a"))).toEqual([]);
        expect(findings(triggerIdentity, scaledObject(), scaledObject({}, { name: "other" }))).toEqual([]);
        const cached = scaledObject({
            triggers: [redis({}, { useCachedMetrics: true }), cpu({}, { useCachedMetrics: false })],
        });
        expect(findings(triggerIdentity, cached)).toEqual([]);
    });

    it("leaves what is not known to KEDA's webhook, and a wrong type to reading", () => {
        const later = unknown();
        expect(findings(triggerIdentity, named(later, later))).toEqual([]);
        expect(allFindings(named(5)).map(({ id }) => id)).toContain("field-type");
    });
});
