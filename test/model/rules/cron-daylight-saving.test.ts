import { describe, expect, it } from "vitest";
import { cronDaylightSaving } from "../../../model/rules/cron-daylight-saving";
import { findings } from "./support/findings";
import { cron, scaledObject, unknown } from "./support/objects";

describe("cron-daylight-saving", () => {
    const window = (start: unknown, end: unknown, timezone = "Europe/Berlin") =>
        scaledObject({ triggers: [cron({ start, end, timezone })] });

    it("reports the start and the end that do not come on the day of the change", () => {
        expect(findings(cronDaylightSaving, window("30 2 * * *", "0 5 * * *"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "02:30 does not come on the day that the clock is put forward in Europe/Berlin, 2028-03-26 for example: the window does not open then",
                fix: "move the start out of that hour, or use UTC",
                path: "spec.triggers[0].metadata.start",
            },
        ]);
        expect(
            findings(cronDaylightSaving, window("0 22 * * *", "15 2 * * *", "America/New_York")),
        ).toMatchObject([
            {
                message: expect.stringMatching(
                    /^02:15 .*, 2028-03-12 for example: the window does not close then$/,
                ) as string,
                path: "spec.triggers[0].metadata.end",
            },
        ]);
    });

    it("is quiet outside that hour, on days without a change, and in zones without one", () => {
        for (const [start, end, zone] of [
            ["0 8 * * 1-5", "0 19 * * 1-5", "Europe/Berlin"],
            ["30 2 * * 1-5", "0 5 * * 1-5", "Europe/Berlin"],
            ["59 1 * * *", "0 3 * * *", "Europe/Berlin"],
            ["30 2 * * *", "0 5 * * *", "UTC"],
            ["30 2 * * *", "0 5 * * *", "Asia/Tokyo"],
            ["TZ=UTC 30 2 * * *", "TZ=UTC 0 5 * * *", "Europe/Berlin"],
        ] as const) {
            expect(findings(cronDaylightSaving, window(start, end, zone))).toEqual([]);
        }
    });

    it("looks at the zone that an edge names itself", () => {
        const found = findings(cronDaylightSaving, window("TZ=Europe/Berlin 30 2 * * *", "0 5 * * *", "UTC"));
        expect(found[0]?.message).toContain("in Europe/Berlin");
    });

    it("finds a midnight that does not exist", () => {
        expect(findings(cronDaylightSaving, window("0 0 * * *", "0 6 * * *", "Asia/Beirut"))).toMatchObject([
            { path: "spec.triggers[0].metadata.start", message: expect.stringContaining("00:00") as string },
        ]);
    });

    it("leaves a window that is not known to cron-syntax", () => {
        expect(findings(cronDaylightSaving, window("30 2 * * *", unknown()))).toEqual([]);
    });
});
