import { describe, expect, it } from "vitest";
import { cronNever } from "../../../model/rules/cron-never";
import { findings } from "./support/findings";
import { cron, scaledObject, unknown } from "./support/objects";

describe("cron-never", () => {
    const window = (metadata: object) => scaledObject({ triggers: [cron(metadata)] });

    it("reports an edge that never comes, with what KEDA makes of it", () => {
        expect(findings(cronNever, window({ start: "0 8 30 2 *" }))).toMatchObject([
            {
                severity: "error",
                message: 'the start "0 8 30 2 *" never comes: KEDA takes the window for always open',
                fix: "name a day that the month has, or another month",
                path: "spec.triggers[0].metadata.start",
            },
        ]);
        expect(findings(cronNever, window({ end: "0 8 31 4,6,9,11 *" }))).toMatchObject([
            {
                message: expect.stringContaining("never open") as string,
                path: "spec.triggers[0].metadata.end",
            },
        ]);
        expect(findings(cronNever, window({ start: "0 8 30 2 *", end: "0 9 30 2 *" }))).toHaveLength(2);
    });

    it("is quiet about an edge that comes once a year, or in leap years", () => {
        expect(findings(cronNever, window({}))).toEqual([]);
        expect(findings(cronNever, window({ start: "0 8 29 2 *", end: "0 9 29 2 *" }))).toEqual([]);
        expect(findings(cronNever, window({ start: "0 0 24 12 *", end: "0 0 2 1 *" }))).toEqual([]);
    });

    it("leaves windows that KEDA cannot read, or that are not known, to cron-syntax", () => {
        expect(findings(cronNever, window({ start: "0 8 30 2" }))).toEqual([]);
        expect(findings(cronNever, window({ start: unknown() }))).toEqual([]);
    });
});
