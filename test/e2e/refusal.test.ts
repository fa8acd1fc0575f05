import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AgentArchetype, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import { createNamespace, inventory, removeNamespace } from "./support/cluster";
import { SMALL_CONTAINER } from "./support/pools";
import { Stack } from "./support/stack";
import { changed, type Update } from "./support/update";

describe("pools that cannot work, on a live stack", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let stack: Stack;
    let live: { resources: string[]; objects: string[] };

    const gateway = (scale: object = {}, limits?: Record<string, string>): AutoscaledAgentPoolArgs => ({
        archetype: AgentArchetype.Service,
        namespace,
        workload: {
            container: {
                ...SMALL_CONTAINER,
                resources: { ...SMALL_CONTAINER.resources, ...(limits ? { limits } : {}) },
            },
        },
        scale: { minReplicas: 1, maxReplicas: 4, triggers: [{ cpu: { averageUtilization: 70 } }], ...scale },
    });
    const state = async () => ({
        resources: (await stack.resources()).map(({ urn }) => urn).sort(),
        objects: await inventory(namespace),
    });

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("refusal"), removeNamespace);
        stack = await cleanUp.after(
            Stack.create({
                program: "test/e2e/programs/pools",
                config: { pools: { upside: gateway(), typo: gateway(), sound: gateway() } },
            }),
            (made) => made.remove(),
        );
        await stack.up();
        live = await state();
        await stack.configure({
            pools: {
                upside: gateway({ minReplicas: 9 }, { cpu: "5m" }),
                typo: gateway({ triggers: [{ cpu: { averageUtilisation: 70 } }] }),
                sound: gateway({ maxReplicas: 5 }),
            },
        });
    });

    it("are all refused by pulumi preview, each under its own name and with all of its errors", async () => {
        expectRefusals(await stack.preview({ mayFail: true }));
    });

    it("are all refused by pulumi up, which deletes nothing and applies the pools that can work", async () => {
        const up = await stack.up({ mayFail: true });
        expectRefusals(up);
        expect(changed(up).sort()).toEqual([
            "update AutoscaledAgentPool sound",
            "update AutoscaledAgentPool typo",
            "update AutoscaledAgentPool upside",
            "update HorizontalPodAutoscaler sound-scaler",
        ]);
        expect(await state()).toEqual(live);
    });

    it("can be mended by the next pulumi up", async () => {
        await stack.configure({
            pools: { upside: gateway(), typo: gateway(), sound: gateway({ maxReplicas: 5 }) },
        });
        await stack.up();
        expect(await state()).toEqual(live);
    });
});

function expectRefusals({ exitCode, diagnostics }: Update): void {
    expect(exitCode).toBe(1);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const said = (pool: string) =>
        errors.filter(({ urn }) => urn?.endsWith(`::${pool}`)).map(({ message }) => message);
    const [upside = "", ...more] = said("upside");
    expect(upside).toContain(`the pool "upside" cannot work (2 errors)`);
    expect(upside).toContain("scale.minReplicas");
    expect(upside).toContain("workload.container.resources.requests.cpu");
    expect(more).toEqual([]);
    expect(said("typo")).toEqual([expect.stringContaining("did you mean averageUtilization?")]);
    expect(errors.map(({ message }) => message).join("\n")).not.toMatch(/node_modules|^\s+at /m);
}
