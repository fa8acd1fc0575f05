import { expect } from "vitest";
import { inventory } from "./cluster";
import { eventually } from "./eventually";
import type { Stack } from "./stack";

/** Destroys a stack, and waits until neither Pulumi nor the cluster has anything of it. */
export async function leavesNothing(stack: Stack, namespace: string): Promise<void> {
    await stack.destroy();
    expect(await stack.resources()).toEqual([]);
    await eventually(
        "nothing is left",
        () => inventory(namespace),
        (left) => left.length === 0,
    );
}
