/**
 * What a file of tests made and what goes again when its tests are done, the last first. A set-up that failed halfway
 * is cleaned up as well, and a removal that fails does not keep the others from being tried.
 *
 * @example
 * const cleanUp = new CleanUp();
 * afterAll(() => cleanUp.run());
 * beforeAll(async () => {
 *     namespace = await cleanUp.after(createNamespace("queues"), removeNamespace);
 * });
 */
export class CleanUp {
    private readonly removals: (() => Promise<void>)[] = [];

    /** Waits for a thing to be made, and remembers how it is removed. */
    async after<Thing>(making: Promise<Thing>, remove: (thing: Thing) => Promise<void>): Promise<Thing> {
        const thing = await making;
        this.removals.unshift(() => remove(thing));
        return thing;
    }

    /** @throws {AggregateError} with everything that could not be removed */
    async run(): Promise<void> {
        const failures: Error[] = [];
        for (const remove of this.removals) {
            await remove().catch((error: unknown) => failures.push(error as Error));
        }
        if (failures.length === 0) return;
        throw new AggregateError(failures, failures.map(({ message }) => message).join("\n"));
    }
}
