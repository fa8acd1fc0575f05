import * as v8 from "node:v8";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConsoleText } from "../../../cli/offline/console-text";
import { FrameReader } from "../../../cli/offline/frames";
import type { Message } from "../../../cli/offline/messages";

function frame(messages: readonly Message[]): Buffer {
    const body = v8.serialize(messages);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return Buffer.concat([head, body]);
}

describe("FrameReader", () => {
    it("gives the same messages however the bytes are cut", () => {
        const batches = fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 5 });
        fc.assert(
            fc.property(batches, fc.array(fc.integer({ min: 1, max: 40 })), (texts, cuts) => {
                const sent = texts.map((batch) =>
                    batch.map((message): Message => ({ kind: "log", severity: "info", message })),
                );
                let rest = Buffer.concat(sent.map(frame));
                const reader = new FrameReader();
                const read: Message[] = [];
                for (const cut of cuts) {
                    read.push(...reader.read(rest.subarray(0, cut)));
                    rest = rest.subarray(cut);
                }
                read.push(...reader.read(rest));
                expect(read).toEqual(sent.flat());
            }),
        );
    });
});

describe("ConsoleText", () => {
    it("keeps a short text whole", () => {
        fc.assert(
            fc.property(fc.array(fc.string({ maxLength: 2_000 }), { maxLength: 30 }), (pieces) => {
                const text = new ConsoleText();
                pieces.forEach((piece) => {
                    text.add(piece);
                });
                expect(text.toString()).toBe(pieces.join(""));
            }),
        );
    });

    it("keeps beginning and end of a long one, and says how much is missing", () => {
        const text = new ConsoleText();
        text.add("first ");
        for (let i = 0; i < 2_000; i++) text.add("x".repeat(1_000));
        text.add(" last");
        const kept = text.toString();
        expect(kept.length).toBeLessThan(90_000);
        expect(kept).toMatch(/^first x/);
        expect(kept).toMatch(/x last$/);
        const missing = Number(/\((\d+) characters left out\)/.exec(kept)?.[1]);
        expect(missing + kept.replace(/\n\(\d+ characters left out\)\n/, "").length).toBe(2_000_011);
    });
});
