import { setTimeout as sleep } from "node:timers/promises";

export interface EventuallyOptions {
    /** @default 60 */
    readonly seconds?: number;
    /** The pause between two looks. @default 250 */
    readonly everyMilliseconds?: number;
}

/**
 * Looks again and again until a condition holds, and gives the state in which it did.
 *
 * @param what what is waited for, as a sentence that is false when the wait fails: "5 replicas are ready"
 * @throws {Error} with the last state seen, when the time is over
 * @example
 * await eventually("5 replicas", () => cluster.get<Replicas>("deployment", name, namespace), (d) => d?.spec.replicas === 5);
 */
export async function eventually<State>(
    what: string,
    look: () => Promise<State>,
    holds: (state: State) => boolean,
    { seconds = 60, everyMilliseconds = 250 }: EventuallyOptions = {},
): Promise<State> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
        const state = await look();
        if (holds(state)) return state;
        if (Date.now() >= deadline) {
            throw new Error(
                `not within ${seconds} s: ${what}. Last seen:\n${JSON.stringify(state, undefined, 2)}`,
            );
        }
        await sleep(everyMilliseconds);
    }
}

/**
 * Looks for a while and makes sure that a condition holds every time, for what must not happen.
 *
 * @throws {Error} with the state in which it did not
 */
export async function throughout<State>(
    what: string,
    look: () => Promise<State>,
    holds: (state: State) => boolean,
    { seconds = 60, everyMilliseconds = 250 }: EventuallyOptions = {},
): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
        const state = await look();
        if (!holds(state))
            throw new Error(`no longer so: ${what}. Seen:\n${JSON.stringify(state, undefined, 2)}`);
        await sleep(everyMilliseconds);
    }
}
