import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret, Unknown } from "../../../model/declared";
import type { Intent } from "../../../model/intent";
import { readIntent, writeIntent } from "../../../model/intent";

const seconds = fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
const intents = fc.record(
    {
        version: fc.constant(1 as const),
        archetype: fc.string(),
        task: fc.record(
            {
                typicalSeconds: seconds,
                p99Seconds: seconds,
                concurrency: fc.nat(),
                coldStartSeconds: seconds,
                redelivered: fc.boolean(),
            },
            { requiredKeys: [], noNullPrototype: true },
        ),
        qosClass: fc.string(),
        nodePool: fc.record(
            { capacity: fc.string(), onDemandShare: seconds },
            { requiredKeys: [], noNullPrototype: true },
        ),
    },
    { requiredKeys: ["version"], noNullPrototype: true },
);

describe("the intent annotation", () => {
    it("gives back what was written", () => {
        fc.assert(
            fc.property(intents, (intent) => {
                expect(readIntent(writeIntent(intent as Intent))).toEqual({ intent });
            }),
        );
    });

    it("is the same text for the same intent, in whatever order it was given", () => {
        const a = { version: 1, task: { p99Seconds: 90, typicalSeconds: 30 }, archetype: "Service" } as const;
        const b = { archetype: "Service", task: { typicalSeconds: 30, p99Seconds: 90 }, version: 1 } as const;
        expect(writeIntent(a)).toBe(writeIntent(b));
        expect(writeIntent(a)).toBe(
            '{"version":1,"archetype":"Service","task":{"typicalSeconds":30,"p99Seconds":90}}',
        );
    });

    it("keeps its own members only", () => {
        const text = '{"version":1,"team":"x","task":{"p99Seconds":1,"retries":3},"__proto__":{"a":1}}';
        expect(readIntent(text)).toEqual({ intent: { version: 1, task: { p99Seconds: 1 } } });
    });

    it("is nothing where there is none, or its text is not known yet", () => {
        expect(readIntent(undefined)).toBeUndefined();
        expect(readIntent(new Unknown("a", 1))).toBeUndefined();
        expect(readIntent(new Secret(1))).toBeUndefined();
    });

    it.each([
        ["no text", 5, "is not text"],
        ["no JSON", "{", "is not valid JSON"],
        ["no object", "[]", "is not a JSON object"],
        ["null", "null", "is not a JSON object"],
        ["no version", "{}", "has version of the wrong type or none; this release reads version 1"],
        ["another version", '{"version":2}', "has version 2; this release reads version 1"],
        [
            "a version as text",
            '{"version":"1"}',
            "has version of the wrong type or none; this release reads version 1",
        ],
        ["an archetype of a wrong type", '{"version":1,"archetype":3}', "has archetype that is not a string"],
        ["a class of a wrong type", '{"version":1,"qosClass":null}', "has qosClass that is not a string"],
        ["a task that is a list", '{"version":1,"task":[]}', "has a task that is not an object"],
        [
            "a negative time",
            '{"version":1,"task":{"p99Seconds":-1}}',
            "has task.p99Seconds that is not a number of 0 or more",
        ],
        [
            "an infinite time",
            '{"version":1,"task":{"p99Seconds":1e999}}',
            "has task.p99Seconds that is not a number of 0 or more",
        ],
        [
            "a time as text",
            '{"version":1,"task":{"coldStartSeconds":"1"}}',
            "has task.coldStartSeconds that is not a number of 0 or more",
        ],
        [
            "a wrong flag",
            '{"version":1,"task":{"redelivered":"yes"}}',
            "has task.redelivered that is not a boolean",
        ],
        ["a monstrous text", " ".repeat(20_000), "has 20000 characters, more than 16384"],
        ["a very deep text", "[".repeat(16_000), "is not valid JSON"],
    ])("with %s is refused", (_what, annotation, problem) => {
        expect(readIntent(annotation)).toEqual({ problem });
    });
});
