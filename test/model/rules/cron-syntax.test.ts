import { describe, expect, it } from "vitest";
import { cronSyntax } from "../../../model/rules/cron-syntax";
import { findings } from "./support/findings";
import { cron, redis, scaledObject, secret, unknown } from "./support/objects";

describe("cron-syntax", () => {
    const window = (metadata: object) => scaledObject({ triggers: [redis(), cron(metadata)] });
    const at = "spec.triggers[1].metadata";

    it("reports each part that KEDA cannot read, at its own key", () => {
        const found = findings(
            cronSyntax,
            window({ start: "0 8 * * 8", end: "@daily", timezone: "Europe/Berln" }),
        );
        expect(found.map(({ path, severity }) => [path, severity])).toEqual([
            [`${at}.end`, "error"],
            [`${at}.start`, "error"],
            [`${at}.timezone`, "error"],
        ]);
        expect(found[0]?.fix).toBe('write "0 0 * * *"');
        expect(found[2]?.fix).toBe('write "Europe/Berlin"');
    });

    it("reports a start that is the end", () => {
        expect(findings(cronSyntax, window({ start: "0 8 * * *", end: " 0 8 * * * " }))).toMatchObject([
            { severity: "error", message: "start and end are the same", path: `${at}.end` },
        ]);
    });

    it("is quiet about every spelling that KEDA reads", () => {
        for (const metadata of [
            {},
            { start: "  0 8 * * MON-fri ", timezone: " UTC " },
            { start: "TZ=Asia/Tokyo 0 8 ? * *", timezone: "US/Eastern" },
            { start: "*/15 8-10,12 1 jan *" },
        ]) {
            expect(findings(cronSyntax, window(metadata))).toEqual([]);
        }
    });

    it("leaves a part that is missing to trigger-metadata, and says what Local means", () => {
        expect(findings(cronSyntax, window({ start: "" }))).toEqual([]);
        expect(findings(cronSyntax, window({ start: undefined }))).toEqual([]);
        expect(findings(cronSyntax, window({ timezone: "Local" }))).toMatchObject([
            {
                severity: "note",
                path: `${at}.timezone`,
                message: expect.stringContaining("KEDA's own container") as string,
            },
        ]);
    });

    it("notes each part that is not known", () => {
        expect(findings(cronSyntax, window({ start: unknown(), timezone: secret() }))).toMatchObject([
            { severity: "note", path: `${at}.start` },
            { severity: "note", path: `${at}.timezone` },
        ]);
    });
});
