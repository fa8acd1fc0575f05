import { describe, expect, it } from "vitest";
import { Secret, Unknown } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { countFindings, formatFinding, formatLocation, formatResource } from "../../../model/findings";

const FINDING: Finding = {
    id: "scale-bounds",
    severity: "error",
    message: "the floor 5 is above the ceiling 3",
    fix: "use a floor of 3 or less",
    path: "spec.minReplicaCount",
    origin: {},
};
const POD = { apiVersion: "v1", kind: "Pod" };

describe("formatLocation", () => {
    it("writes a place in a file as editors do, and else the argument", () => {
        expect(formatLocation({ file: "a.yaml", line: 12, column: 5, argument: "x" })).toBe("a.yaml:12:5");
        expect(formatLocation({ file: "a.yaml" })).toBe("a.yaml");
        expect(formatLocation({ argument: "scale.maxReplicas" })).toBe("scale.maxReplicas");
        expect(formatLocation({})).toBe("");
    });
});

describe("formatResource", () => {
    it("names the object, and says where a name is not known or not shown", () => {
        const text = (resource: Finding["resource"]) =>
            formatResource({ ...FINDING, ...(resource && { resource }) });
        expect(text({ ...POD, namespace: "agents", name: "a" })).toBe("Pod agents/a");
        expect(text({ ...POD, name: "a" })).toBe("Pod a");
        expect(text({ ...POD, namespace: new Unknown("ns", 1), name: new Secret("hunter2") })).toBe(
            "Pod (known after apply)/(secret)",
        );
        expect(text(undefined)).toBe("");
    });
});

describe("formatFinding", () => {
    it("leads with how bad it is, where and what, and ends with the fix", () => {
        const lines = formatFinding({
            ...FINDING,
            origin: { file: "a.yaml", line: 12, column: 5 },
            resource: { ...POD, namespace: "agents", name: "a" },
        }).split("\n");
        expect(lines[0]).toBe("error: a.yaml:12:5: the floor 5 is above the ceiling 3 [scale-bounds]");
        expect(lines).toContain("    in Pod agents/a, spec.minReplicaCount");
        expect(lines.at(-1)).toBe("    fix: use a floor of 3 or less");
    });

    it("ends with the reason, and the last day, of what is exempt", () => {
        const exemption = { reason: "moved by hand", until: "2027-01-31" };
        const lines = formatFinding({ ...FINDING, severity: "warning", exemption }).split("\n");
        expect(lines[0]).toMatch(/^exempt: spec.minReplicaCount: the floor 5/);
        expect(lines.at(-1)).toBe("    because: moved by hand (until 2027-01-31)");
        expect(formatFinding({ ...FINDING, exemption: { reason: "x" } })).toMatch(/because: x$/);
    });

    it("falls back on the place in the object, and does not name an argument twice", () => {
        expect(formatFinding(FINDING)).toContain("error: spec.minReplicaCount: the floor 5");
        const shape = {
            ...FINDING,
            message: "scale.triggers is missing",
            origin: { argument: "scale.triggers" },
        };
        expect(formatFinding(shape)).toMatch(/^error: scale\.triggers is missing /);
    });
});

describe("countFindings", () => {
    it("counts each severity, the worst first, one in the singular", () => {
        const of = (severity: Finding["severity"]): Finding => ({ ...FINDING, severity });
        expect(countFindings([of("note"), of("error"), of("warning"), of("error")])).toBe(
            "2 errors, 1 warning, 1 note",
        );
        expect(countFindings([of("note"), of("note")])).toBe("2 notes");
        expect(countFindings([])).toBe("no findings");
    });

    it("counts what is exempt apart", () => {
        const exempt: Finding = { ...FINDING, severity: "warning", exemption: { reason: "x" } };
        expect(countFindings([exempt, FINDING, exempt])).toBe("1 error, 2 exempt");
        expect(countFindings([exempt])).toBe("no findings, 1 exempt");
    });
});
