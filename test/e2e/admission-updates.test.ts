import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AdmissionMode, type AutoscalingAdmissionArgs } from "../../model/admission";
import { BoundedNamespace, refusal, windowPool } from "./support/bounded";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    kubectl,
    removeNamespace,
    uniqueName,
    type LiveObject,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { Stack } from "./support/stack";
import { changed, type Update } from "./support/update";

interface LiveScaledObject extends LiveObject {
    readonly metadata: LiveObject["metadata"] & { readonly finalizers?: readonly string[] };
    readonly spec: { readonly maxReplicaCount: number };
}

const CEILING = 6;
const DRY = "--dry-run=server";

describe("bounds of the API server that change", () => {
    const cleanUp = new CleanUp();
    const name = uniqueName("bounds");
    let agents: BoundedNamespace;
    let stack: Stack;

    /** Bounds with a mode and a ceiling of the pool, and the pool with a ceiling of its own. */
    const configure = (mode: AdmissionMode, bound: number, maxReplicas: number) => {
        const bounds: AutoscalingAdmissionArgs = {
            mode,
            namespaces: [agents.name],
            ceiling: CEILING,
            pools: [{ name: "worker", maxReplicas: bound }],
        };
        return stack.configure({
            bounds: { [name]: bounds },
            pools: { worker: windowPool(agents.name, maxReplicas) },
        });
    };
    const scaledObject = (of: string) => get<LiveScaledObject>("scaledobject", of, agents.name);
    const said = ({ diagnostics }: Update) => diagnostics.map(({ message }) => message).join("\n");

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        agents = new BoundedNamespace(await cleanUp.after(createNamespace("admission"), removeNamespace));
        await apply(agents.deployment("other", 1));
        stack = await cleanUp.after(Stack.create({ program: "test/e2e/programs/admission" }), (made) =>
            made.remove(),
        );
        await configure(AdmissionMode.Warn, 4, 4);
        await stack.up();
    });

    it("warn in the mode Warn, and let the request through", async () => {
        // What goes no further beyond a bound passes without a word, so asking must not change anything.
        await eventually(
            "the policy is in force",
            () => agents.scale("deployment/other", CEILING + 1, DRY),
            ({ said: words }) => words !== "",
        );
        const warned = await agents.scale("deployment/other", CEILING + 1);
        expect(warned.allowed).toBe(true);
        expect(warned.said).toMatch(
            /^Warning: Validation failed for ValidatingAdmissionPolicy '.*-workloads'/,
        );
        expect(warned.said).toContain("spec.replicas is 7, above the ceiling 6 of deployments/other");
        expect((await get<LiveWorkload>("deployment", "other", agents.name))?.spec.replicas).toBe(7);
        const beyond = await agents.create(agents.scaledObject("other", { maxReplicaCount: 50 }));
        expect(beyond.allowed).toBe(true);
        expect(beyond.said).toContain("spec.maxReplicaCount is 50, above the ceiling 6 of Deployment/other");
        await eventually(
            "KEDA has put its finalizer on it",
            () => scaledObject("other"),
            (live) => live?.metadata.finalizers?.includes("finalizer.keda.sh") === true,
        );
    });

    it("refuse after a change to Deny", async () => {
        await configure(AdmissionMode.Deny, 4, 4);
        expect(changed(await stack.up()).sort()).toEqual([
            `update AutoscalingAdmission ${name}`,
            ...["autoscalers", "scaled-jobs", "scaled-objects", "workloads"].map(
                (role) => `update ValidatingAdmissionPolicyBinding ${name}-${role}-binding`,
            ),
        ]);
        await eventually(
            "it is refused",
            () => agents.scale("deployment/other", CEILING + 2, DRY),
            ({ allowed }) => !allowed,
        );
    });

    it("let what went beyond them before be deleted, for which KEDA takes its finalizer off", async () => {
        expect(await agents.edit("scaledobject/other", { maxReplicaCount: 51 })).toEqual(
            refusal("spec.maxReplicaCount is 51, above the ceiling 6 of Deployment/other"),
        );
        const deleting = ["delete", "scaledobject", "other", "--namespace", agents.name];
        await kubectl([...deleting, "--wait", "--timeout=30s"]);
        expect(await scaledObject("other")).toBeUndefined();
    });

    it("stop pulumi preview and pulumi up from raising a pool beyond them", async () => {
        await configure(AdmissionMode.Deny, 4, 6);
        const words = "spec.maxReplicaCount is 6, above the ceiling 4 of Deployment/worker";
        const preview = await stack.preview({ mayFail: true });
        expect({ exitCode: preview.exitCode, said: said(preview) }).toEqual({
            exitCode: 1,
            said: expect.stringContaining(words) as string,
        });
        const up = await stack.up({ mayFail: true });
        expect({ exitCode: up.exitCode, said: said(up) }).toEqual({
            exitCode: 1,
            said: expect.stringContaining(words) as string,
        });
        expect((await scaledObject("worker"))?.spec.maxReplicaCount).toBe(4);
    });

    it("let it be raised after they were raised and applied", async () => {
        await configure(AdmissionMode.Deny, 6, 4);
        expect(changed(await stack.up())).toEqual(
            expect.arrayContaining(
                ["workloads", "autoscalers", "scaled-objects"].map(
                    (role) => `update ValidatingAdmissionPolicy ${name}-${role}`,
                ),
            ),
        );
        await eventually(
            "the raised ceiling holds",
            () => agents.scale("deployment/worker", 6, DRY),
            ({ allowed }) => allowed,
        );
        await configure(AdmissionMode.Deny, 6, 6);
        await stack.up();
        expect((await scaledObject("worker"))?.spec.maxReplicaCount).toBe(6);
        expect(changed(await stack.up())).toEqual([]);
    });
});
