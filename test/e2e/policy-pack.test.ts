import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CleanUp } from "./support/clean-up";
import { createNamespace, removeNamespace } from "./support/cluster";
import { ROOT, writeJson } from "./support/project";
import { Stack } from "./support/stack";
import type { PolicyViolation, Update } from "./support/update";

const PACK = join(ROOT, "policy-packs", "autoscaling-guardrails");
/** What a preview is refused for; what is only advice changes with the rules. */
function mandatory({ policyViolations }: Update): PolicyViolation[] {
    return policyViolations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
}

describe("the policy pack on resources that were written by hand", () => {
    const cleanUp = new CleanUp();
    const args = ["--policy-pack", PACK];
    let namespace: string;
    let stack: Stack;

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("policy"), removeNamespace);
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/hand-written", config: { namespace } }),
            (made) => made.remove(),
        );
    });

    const refused = async (config: object): Promise<PolicyViolation[]> => {
        await stack.configure({ namespace, ...config });
        const preview = await stack.preview({ args, mayFail: true });
        expect(preview.exitCode).toBe(1);
        return mandatory(preview);
    };

    it("lets a preview pass that keeps the rules, though the API server answers with replicas of its own", async () => {
        const preview = await stack.preview({ args });
        expect(preview.changes).toMatchObject({ create: 5 });
        expect(mandatory(preview)).toEqual([]);
    });

    it("refuses a disruption budget that lets no node be drained, at its resource and with the smallest fix", async () => {
        const violations = await refused({ maxUnavailable: 0 });
        expect(violations).toEqual([
            {
                policy: "guardrails",
                pack: "autoscaling-guardrails",
                enforcementLevel: "mandatory",
                urn: expect.stringContaining("PodDisruptionBudget::worker") as unknown,
                message: expect.stringMatching(
                    /^worker: maxUnavailable 0 lets no pod go.*\[disruption-budget-zero\][^]*fix: use maxUnavailable/,
                ) as unknown,
            },
        ]);
    });

    it("refuses replicas that an autoscaler owns", async () => {
        const violations = await refused({ replicas: 1 });
        expect(violations).toEqual([
            expect.objectContaining({
                enforcementLevel: "mandatory",
                message: expect.stringContaining("[replicas-owned]") as unknown,
            }),
        ]);
    });

    it("refuses a ceiling that a preview does not know, and advises on it where its configuration says so", async () => {
        const violations = await refused({ isCeilingUnknown: true });
        const unknown = expect.stringContaining("known only after apply") as unknown;
        expect(violations).toEqual([
            expect.objectContaining({ enforcementLevel: "mandatory", message: unknown }),
        ]);
        const file = join(stack.folder, "guardrails.json");
        await writeJson(file, { guardrails: { onUnknown: "advisory" } });
        const advised = await stack.preview({ args: [...args, "--policy-pack-config", file] });
        expect(mandatory(advised)).toEqual([]);
        expect(advised.policyViolations).toContainEqual(
            expect.objectContaining({ enforcementLevel: "advisory", message: unknown }),
        );
    });

    it("refuses a configuration that names no rule", async () => {
        const file = join(stack.folder, "misspelt.json");
        await writeJson(file, { guardrails: { rules: { "image-tags": "off" } } });
        await expect(stack.preview({ args: [...args, "--policy-pack-config", file] })).rejects.toThrow(
            "guardrails: rules: Additional property image-tags is not allowed",
        );
    });

    it("lets an update pass, and the preview of nothing to do, while the autoscaler is at work", async () => {
        await stack.configure({ namespace });
        expect(mandatory(await stack.up({ args }))).toEqual([]);
        const preview = await stack.preview({ args });
        expect(preview.changes).toEqual({ same: 5 });
        expect(mandatory(preview)).toEqual([]);
    });
});
