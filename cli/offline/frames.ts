import * as v8 from "node:v8";
import type { Message } from "./messages";

const HEAD = 4;

/** Puts together the messages of the program's process, which arrive in arbitrary pieces. */
export class FrameReader {
    private chunks: Buffer[] = [];
    private size = 0;

    /** Takes a piece and returns the messages that are complete with it. */
    read(chunk: Buffer): Message[] {
        this.chunks.push(chunk);
        this.size += chunk.length;
        const messages: Message[] = [];
        for (let need = this.frameSize(); need !== undefined && this.size >= need; need = this.frameSize()) {
            const all = Buffer.concat(this.chunks);
            messages.push(...(v8.deserialize(all.subarray(HEAD, need)) as Message[]));
            this.chunks = [all.subarray(need)];
            this.size -= need;
        }
        return messages;
    }

    private frameSize(): number | undefined {
        if (this.size < HEAD) return undefined;
        let [head] = this.chunks;
        if (head === undefined || head.length < HEAD) {
            head = Buffer.concat(this.chunks);
            this.chunks = [head];
        }
        return HEAD + head.readUInt32LE();
    }
}
