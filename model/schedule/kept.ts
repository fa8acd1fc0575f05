/**
 * Results by the text that they were worked out from, for what many pools of a program have in common. When it is full
 * it starts anew, so that it is bounded in a process that never ends.
 */
export class Kept<T> {
    private readonly results = new Map<string, T>();

    constructor(private readonly most = 1000) {}

    /** The result for a text, worked out where it is not kept. */
    get(text: string, workOut: () => T): T {
        const known = this.results.get(text);
        if (known !== undefined) return known;
        const result = workOut();
        if (this.results.size >= this.most) this.results.clear();
        this.results.set(text, result);
        return result;
    }
}
