import { describe, expect, it } from "vitest";
import { exitCode } from "../../cli/failing-level";
import type { Finding, Severity } from "../../model";

const finding = (severity: Severity, exempt = false): Finding => ({
    id: "rule",
    severity,
    message: "m",
    fix: "f",
    path: "p",
    origin: {},
    ...(exempt ? { exemption: { reason: "x" } } : {}),
});

describe("exitCode", () => {
    it("is 1 from the failing level on, and never for never", () => {
        expect(exitCode([finding("warning")], "warning")).toBe(1);
        expect(exitCode([finding("warning")], "error")).toBe(0);
        expect(exitCode([finding("note"), finding("error")], "error")).toBe(1);
        expect(exitCode([finding("error")], "never")).toBe(0);
        expect(exitCode([], "note")).toBe(0);
    });

    it("does not count what is exempt", () => {
        expect(exitCode([finding("warning", true)], "note")).toBe(0);
        expect(exitCode([finding("warning", true), finding("warning")], "warning")).toBe(1);
    });
});
