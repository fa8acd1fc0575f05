import { describe, expect, it } from "vitest";
import { cronWindow, readFleet } from "../../../model/fleet";
import { cron, redis, scaledObject, secret, unknown } from "../rules/support/objects";

const windowOf = (trigger: object) => {
    const [read] = readFleet([scaledObject({ triggers: [trigger] })]).scalers[0]?.triggers ?? [];
    return read === undefined ? undefined : cronWindow(read);
};

describe("cronWindow", () => {
    it("is the window of a cron trigger", () => {
        expect(windowOf(cron())).toEqual({
            start: "0 8 * * 1-5",
            end: "0 19 * * 1-5",
            timeZone: "Europe/Berlin",
        });
    });

    it("is absent where a part is missing, not known or no text, and for other triggers", () => {
        for (const key of ["start", "end", "timezone"]) {
            for (const value of [undefined, unknown(), secret(), 5]) {
                expect(windowOf(cron({ [key]: value }))).toBeUndefined();
            }
        }
        const { metadata } = cron() as { metadata: object };
        expect(windowOf(redis(metadata))).toBeUndefined();
    });
});
