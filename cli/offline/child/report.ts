import * as fs from "node:fs";
import * as v8 from "node:v8";
import type { Message } from "../messages";
import { REPORT_DESCRIPTOR } from "../messages";

const BATCH = 200;

let pending: Message[] = [];
let scheduled = false;

/**
 * Tells the parent something. Messages travel in batches, one write for at most 200 of them; what is left is
 * written when the process exits, however it exits.
 */
export function report(message: Message): void {
    pending.push(message);
    if (pending.length >= BATCH) flushReport();
    else if (!scheduled) {
        scheduled = true;
        setImmediate(flushReport).unref();
    }
}

/** Writes what is pending. The write is synchronous, so that `process.exit` loses nothing. */
export function flushReport(): void {
    scheduled = false;
    if (pending.length === 0) return;
    const body = v8.serialize(pending);
    pending = [];
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    writeAll(Buffer.concat([head, body]));
}

function writeAll(frame: Buffer): void {
    let written = 0;
    while (written < frame.length) {
        try {
            written += fs.writeSync(REPORT_DESCRIPTOR, frame, written);
        } catch (error) {
            // Without a parent there is nobody to run for.
            if ((error as NodeJS.ErrnoException).code !== "EAGAIN") process.exit(1);
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        }
    }
}
