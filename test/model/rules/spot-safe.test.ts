import { describe, expect, it } from "vitest";
import { balloonPriority } from "../../../model/rules/balloon-priority";
import { spotSafe } from "../../../model/rules/spot-safe";
import { findings } from "./support/findings";
import { container, deployment, intent, scaledObject, unknown } from "./support/objects";
import { PAUSE, priorityClass } from "./support/warm-capacity";

describe("spot-safe", () => {
    const SPOT = { nodeSelector: { "eks.amazonaws.com/capacityType": "SPOT" } };
    const found = (members: object, podSpec: object = SPOT) =>
        findings(spotSafe, scaledObject(), deployment(podSpec, { metadata: intent(members) }));
    const path = 'spec.template.spec.nodeSelector["eks.amazonaws.com/capacityType"]';
    const safe = { redelivered: true };

    it("reports tasks that do not come back", () => {
        for (const task of [
            { redelivered: false },
            { interruptible: false },
            { redelivered: false, interruptible: false },
        ]) {
            expect(found({ task })).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "a task that loses its spot node (eks.amazonaws.com/capacityType: SPOT) is neither delivered again nor saved",
                    path,
                },
            ]);
        }
    });

    it("refuses tasks that are longer than the notice and lost for certain, down to the very second", () => {
        const nodePool = { name: "agents", capacity: "Spot", noticeSeconds: 120 };
        const lost = { redelivered: false, p99Seconds: 121 };
        for (const task of [lost, { ...lost, interruptible: false }]) {
            expect(found({ task, nodePool }, {})).toMatchObject([
                {
                    severity: "error",
                    message:
                        "the longest tasks take 121 s, a spot node (node pool agents) leaves them 120 s, and what it cuts off is neither delivered again nor saved",
                    fix: "use nodes on demand, deliver tasks again, or let them save their progress",
                    path: 'metadata.annotations["agent-autoscaling/intent"]',
                },
            ]);
        }
        const doubtful = [{ severity: "warning" }];
        expect(found({ task: { ...lost, p99Seconds: 120 }, nodePool }, {})).toMatchObject(doubtful);
        expect(found({ task: { redelivered: false }, nodePool }, {})).toMatchObject(doubtful);
        expect(found({ task: { interruptible: false, p99Seconds: 121 }, nodePool }, {})).toMatchObject(
            doubtful,
        );
        expect(found({ task: lost, nodePool: { capacity: "Spot" } }, {})).toMatchObject(doubtful);
        expect(found({ task: lost, nodePool: { ...nodePool, capacity: "SpotPreferred" } }, {})).toMatchObject(
            doubtful,
        );
        expect(found({ task: lost })).toMatchObject(doubtful);
        expect(found({ task: { ...lost, interruptible: true }, nodePool }, {})).toEqual([]);
        expect(found({ task: { ...lost, redelivered: true }, nodePool }, {})).toEqual([]);
    });

    it("notes that nobody says whether they do", () => {
        expect(found({})).toMatchObject([
            { severity: "note", fix: "declare whether tasks are redelivered or interruptible", path },
        ]);
    });

    it("reports kinds of work that are not for such nodes, and state in the pod", () => {
        expect(found({ archetype: "SessionServer", task: safe })).toMatchObject([
            {
                severity: "warning",
                message:
                    "a SessionServer runs on spot nodes (eks.amazonaws.com/capacityType: SPOT): every reclaimed node cuts the streams and conversations of its replicas",
                fix: "use nodes on demand",
            },
        ]);
        expect(found({ task: { ...safe, state: "Memory" } })).toMatchObject([
            {
                message:
                    "agents on spot nodes (eks.amazonaws.com/capacityType: SPOT) keep in their pods what they must not lose",
            },
        ]);
    });

    it("reports pods of which only a share is on demand, since the others are not", () => {
        const nodePool = { name: "agents", capacity: "SpotPreferred", onDemandShare: 50 };
        expect(found({ task: { redelivered: false }, nodePool }, {})).toMatchObject([
            {
                severity: "warning",
                message:
                    "a task that loses its spot node (node pool agents, with a share on demand) is neither delivered again nor saved",
            },
        ]);
        expect(found({ task: safe, nodePool }, {})).toEqual([]);
    });

    it("is quiet where work survives, and on other nodes", () => {
        for (const task of [safe, { interruptible: true }, { redelivered: false, interruptible: true }]) {
            expect(found({ archetype: "QueueWorker", task })).toEqual([]);
        }
        expect(found({ task: { ...safe, state: "External" } })).toEqual([]);
        expect(found({ archetype: "Nonsense", task: safe })).toEqual([]);
        const lost = { archetype: "GpuInference", task: { redelivered: false, state: "Memory" } };
        expect(found(lost, {})).toEqual([]);
        expect(found({ ...lost, nodePool: { capacity: "OnDemand" } })).toEqual([]);
    });

    it("asks nothing of placeholders, which have no tasks, and all of pods that have some", () => {
        const task = { redelivered: false, state: "Memory" };
        const pods = (...containers: unknown[]) =>
            deployment(
                { ...SPOT, containers, priorityClassName: "headroom" },
                { metadata: intent({ archetype: "SessionServer", task }) },
            );
        const judged = (...containers: unknown[]) =>
            findings(spotSafe, scaledObject(), pods(...containers), priorityClass());
        expect(judged(PAUSE)).toEqual([]);
        expect(judged(container())).toHaveLength(3);
        expect(judged(PAUSE, container())).toHaveLength(3);
        expect(judged(container({ image: unknown() }))).toHaveLength(3);
    });

    it("leaves placeholders without a class to the rule that asks for one", () => {
        const pods = deployment(
            { ...SPOT, containers: [PAUSE] },
            { metadata: intent({ task: { redelivered: false } }) },
        );
        expect(findings(spotSafe, scaledObject(), pods)).toEqual([]);
        expect(findings(balloonPriority, scaledObject(), pods)).toMatchObject([{ severity: "warning" }]);
    });

    it("leaves capacity that is not known to spot-grace", () => {
        expect(found({ task: { redelivered: false } }, { nodeSelector: unknown() })).toEqual([]);
    });
});
