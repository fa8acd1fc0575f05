import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { balloonPriority } from "../../../model/rules/balloon-priority";
import { allFindings, findings } from "./support/findings";
import { container, deployment, scaledObject, secret, unknown } from "./support/objects";
import { PAUSE, priorityClass } from "./support/warm-capacity";

function balloon(priorityClassName: unknown = "headroom", containers: unknown = [PAUSE]): Declared {
    return deployment({ containers, priorityClassName });
}

const found = (members: object, ...more: Declared[]) =>
    findings(balloonPriority, balloon(), priorityClass(members), ...more);

describe("balloon-priority", () => {
    it("reports a priority that pods without a class cannot preempt, at its very number", () => {
        expect(found({ value: 0 })).toMatchObject([
            {
                severity: "warning",
                path: "value",
                message:
                    "placeholders have the priority 0, so pods without a priority class, which have 0, cannot take their place",
                fix: "use a value from -10 to -1",
            },
        ]);
        expect(found({ value: undefined })).toMatchObject([{ path: "value" }]);
        expect(found({ value: -1 })).toEqual([]);
    });

    it("reports a priority for which no node is bought, at its very number", () => {
        expect(found({ value: -11 })).toMatchObject([
            { path: "value", message: expect.stringContaining("buys no node for them") as string },
        ]);
        expect(found({ value: -10 })).toEqual([]);
    });

    it("reports placeholders that evict others, also where the class says nothing", () => {
        for (const preemptionPolicy of ["PreemptLowerPriority", undefined]) {
            expect(found({ preemptionPolicy })).toMatchObject([
                { path: "preemptionPolicy", fix: "set preemptionPolicy to Never" },
            ]);
        }
    });

    it("reports a class that every pod has which names none", () => {
        expect(found({ globalDefault: true })).toMatchObject([
            { path: "globalDefault", fix: "remove globalDefault" },
        ]);
        expect(
            findings(balloonPriority, balloon(""), priorityClass({ globalDefault: true, value: 5 })),
        ).toMatchObject([{ path: "globalDefault" }, { path: "value" }]);
    });

    it("reports placeholders without a class", () => {
        for (const none of ["", null, undefined]) {
            const podSpec = none === undefined ? deployment({ containers: [PAUSE] }) : balloon(none);
            expect(findings(balloonPriority, podSpec, priorityClass({ value: 7 }))).toMatchObject([
                { path: "spec.template.spec.priorityClassName", severity: "warning" },
            ]);
        }
    });

    it("judges placeholders that are scaled too, and of every registry", () => {
        for (const image of ["pause", "registry.example/mirror/pause:3.9", "gcr.io/pause-amd64@sha256:0"]) {
            const pod = balloon("headroom", [container({ image })]);
            expect(findings(balloonPriority, pod, scaledObject(), priorityClass({ value: 1 }))).toMatchObject(
                [{ path: "value" }],
            );
        }
    });

    it("is quiet about pods that do something, and about a class that is declared elsewhere", () => {
        for (const image of ["registry.example/pause-menu:1", "registry.example/unpause:1", 7]) {
            const pod = balloon("headroom", [container({ image })]);
            expect(findings(balloonPriority, pod, priorityClass({ value: 1 }))).toEqual([]);
        }
        const agentToo = balloon("headroom", [PAUSE, container()]);
        expect(findings(balloonPriority, agentToo, priorityClass({ value: 1 }))).toEqual([]);
        expect(findings(balloonPriority, balloon("other"), priorityClass({ value: 1 }))).toEqual([]);
        expect(findings(balloonPriority, priorityClass({ value: 1 }))).toEqual([]);
        expect(findings(balloonPriority, deployment({ containers: [] }))).toEqual([]);
    });

    it("notes what is not known, and finds a class by its output", () => {
        expect(findings(balloonPriority, balloon(unknown()))).toMatchObject([{ severity: "note" }]);
        expect(findings(balloonPriority, balloon(secret()))).toMatchObject([{ severity: "note" }]);
        for (const member of ["value", "preemptionPolicy", "globalDefault"]) {
            expect(found({ [member]: unknown() })).toMatchObject([{ severity: "note", path: member }]);
            const hidden = found({ [member]: secret() });
            expect(hidden).toMatchObject([{ severity: "note", path: member }]);
            expect(JSON.stringify(hidden)).not.toContain("hunter2");
        }
        const name = unknown("one output");
        expect(findings(balloonPriority, balloon(name), priorityClass({ value: 3 }, name))).toMatchObject([
            { path: "value" },
        ]);
        expect(findings(balloonPriority, deployment({ containers: unknown() }))).toEqual([]);
    });

    it.each([
        ["value", "high"],
        ["preemptionPolicy", 7],
        ["globalDefault", "yes"],
    ])("leaves a %s of the wrong type to the one who reads it", (member, wrong) => {
        expect(found({ [member]: wrong })).toEqual([]);
        expect(allFindings(balloon(), priorityClass({ [member]: wrong }))).toMatchObject([
            { id: "field-type", path: member },
        ]);
    });
});
