/** Why a pool has no price, and what gives it one. */
export class PriceGap {
    constructor(
        /** What is missing, for a message. */
        readonly reason: string,
        /** What to state, as an instruction. */
        readonly fix: string,
        /** What must change: the scaler's target, its pods, or its bounds. */
        readonly about: "target" | "pods" | "bounds",
        /** Whether it is only that a value is known after apply. */
        readonly isUnknown = false,
    ) {}

    /** The gap of a value that is known only after apply. */
    static unknown(what: string, about: PriceGap["about"]): PriceGap {
        return new PriceGap(`${what} known only after apply`, "give it as a plain value", about, true);
    }
}
