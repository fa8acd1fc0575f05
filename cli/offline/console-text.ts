const HEAD = 16_384;
const TAIL = 65_536;

/** What a program prints, as far as it is worth keeping: the beginning and the end. */
export class ConsoleText {
    private head = "";
    private tail = "";
    private dropped = 0;

    add(text: string): void {
        const room = HEAD - this.head.length;
        this.head += text.slice(0, room);
        this.tail += text.slice(room);
        // Cut rarely, so that a program that prints line by line does not copy the tail for each line.
        if (this.tail.length > 2 * TAIL) this.cut();
    }

    /** The text, with a line that says how much is missing. */
    toString(): string {
        if (this.tail.length > TAIL && this.dropped > 0) this.cut();
        if (this.dropped === 0) return this.head + this.tail;
        return `${this.head}\n(${this.dropped} characters left out)\n${this.tail}`;
    }

    private cut(): void {
        this.dropped += this.tail.length - TAIL;
        this.tail = this.tail.slice(-TAIL);
    }
}
