import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AdmissionMode, BoundedKind } from "../../model/admission";
import { BoundedNamespace, PASSED, WINDOW_FLOOR, refusal, windowPool } from "./support/bounded";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    kubectl,
    removeNamespace,
    uniqueName,
    type LiveAutoscaler,
    type LiveObject,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { SMALL_CONTAINER } from "./support/pools";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

/** A policy, with what the API server found when it read the expressions. */
interface LivePolicy extends LiveObject {
    readonly status?: { readonly observedGeneration?: number; readonly typeChecking?: object };
}

const ROLES = ["workloads", "autoscalers", "scaled-objects", "scaled-jobs", "requests", "job-requests"];
/** A name that would end a literal of an expression, or begin an escape. */
const EXEMPT = `o'brien "of" \\ops`;
const DRY = "--dry-run=server";

describe("bounds that the API server keeps", () => {
    const cleanUp = new CleanUp();
    const name = uniqueName("bounds");
    let agents: BoundedNamespace;
    let stack: Stack;

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        const namespace = await cleanUp.after(createNamespace("admission"), removeNamespace);
        agents = new BoundedNamespace(namespace);
        // Made before the bounds, as most of what they are put upon.
        await apply(agents.deployment("other", 1), agents.statefulSet("chat"));
        const bounds = {
            mode: AdmissionMode.Deny,
            namespaces: [namespace],
            ceiling: 6,
            pools: [
                { name: "worker", maxReplicas: 4 },
                { name: "chat", kind: BoundedKind.StatefulSet, minReplicas: 2, maxReplicas: 5 },
                { name: "digest", kind: BoundedKind.ScaledJob, maxReplicas: 10 },
            ],
            requestsRequired: true,
            exemptUsers: [EXEMPT],
        };
        stack = await cleanUp.after(
            Stack.create({
                program: "test/e2e/programs/admission",
                config: { bounds: { [name]: bounds }, pools: { worker: windowPool(namespace, 4) } },
            }),
            (made) => made.remove(),
        );
    });

    it("are policies and bindings, in whose expressions the API server finds no fault", async () => {
        const up = await stack.up();
        expect(up.diagnostics).toEqual([]);
        expect(changed(up)).toEqual(
            expect.arrayContaining(
                ROLES.flatMap((role) => [
                    `create ValidatingAdmissionPolicy ${name}-${role}`,
                    `create ValidatingAdmissionPolicyBinding ${name}-${role}-binding`,
                ]),
            ),
        );
        for (const role of ROLES) {
            const read = await eventually(
                `${role} was read`,
                () => get<LivePolicy>("validatingadmissionpolicies", `${name}-${role}`),
                (live) => live?.status?.typeChecking !== undefined,
            );
            expect({ role, ...read?.status }).toEqual({ role, observedGeneration: 1, typeChecking: {} });
        }
        expect(changed(await stack.up())).toEqual([]);
    });

    it("let KEDA and the HPA controller scale a pool within them", async () => {
        await eventually(
            "the window's replicas are ready",
            () => get<LiveWorkload>("deployment", "worker", agents.name),
            (live) => live?.status.readyReplicas === WINDOW_FLOOR,
        );
        const hpa = await get<LiveAutoscaler>("hpa", "keda-hpa-worker", agents.name);
        expect(hpa?.spec.maxReplicas).toBe(4);
    });

    it("refuse kubectl scale beyond the ceiling of a pool or of the namespace", async () => {
        expect(await agents.scale("deployment/worker", 5)).toEqual(
            refusal(
                `spec.replicas is 5, above the ceiling 4 of deployments/worker; use 4 or less, or raise the ceiling in AutoscalingAdmission ${name}`,
            ),
        );
        expect(await agents.scale("deployment/other", 7)).toEqual(
            refusal("spec.replicas is 7, above the ceiling 6 of deployments/other"),
        );
        expect(await agents.scale("deployment/other", 6)).toEqual(PASSED);
        expect(await agents.scale("statefulset/chat", 6)).toEqual(
            refusal("spec.replicas is 6, above the ceiling 5 of statefulsets/chat"),
        );
        expect(await agents.scale("statefulset/chat", 5)).toEqual(PASSED);
    });

    it("refuse kubectl scale below the floor of a pool", async () => {
        expect(await agents.scale("statefulset/chat", 1)).toEqual(
            refusal(
                "spec.replicas is 1, below the floor 2 of statefulsets/chat; use 2 or more, or lower the floor",
            ),
        );
        expect(await agents.scale("statefulset/chat", 2)).toEqual(PASSED);
    });

    it("refuse edits of workloads and autoscalers beyond them", async () => {
        expect(await agents.edit("deployment/other", { replicas: 7 })).toEqual(
            refusal("spec.replicas is 7, above the ceiling 6 of deployments/other"),
        );
        expect(await agents.edit("scaledobject/worker", { maxReplicaCount: 5 })).toEqual(
            refusal("spec.maxReplicaCount is 5, above the ceiling 4 of Deployment/worker"),
        );
        expect(await agents.edit("scaledobject/worker", { maxReplicaCount: null })).toEqual(
            refusal("spec.maxReplicaCount by default is 100, above the ceiling 4 of Deployment/worker"),
        );
    });

    it("refuse new workloads and autoscalers beyond them", async () => {
        const unnamed = { ...agents.deployment("other", 7), metadata: { generateName: "other-" } };
        expect(await agents.tryCreating(unnamed)).toEqual(
            refusal("spec.replicas is 7, above the ceiling 6 of deployments/other-"),
        );
        expect(await agents.tryCreating(agents.horizontalPodAutoscaler("other", 6))).toEqual(PASSED);
        expect(await agents.tryCreating(agents.horizontalPodAutoscaler("other", 7))).toEqual(
            refusal("spec.maxReplicas is 7, above the ceiling 6 of Deployment/other"),
        );
        const chat = { scaleTargetRef: { kind: "StatefulSet", name: "chat" }, maxReplicaCount: 5 };
        const resting = (spec: object) =>
            agents.tryCreating(agents.scaledObject("chat", { ...chat, ...spec }));
        expect(await resting({ minReplicaCount: 2 })).toEqual(PASSED);
        expect(await resting({ minReplicaCount: 1 })).toEqual(
            refusal("spec.minReplicaCount is 1, below the floor 2 of StatefulSet/chat"),
        );
        expect(await resting({ minReplicaCount: 2, idleReplicaCount: 0 })).toEqual(
            refusal("spec.idleReplicaCount is 0, below the floor 2 of StatefulSet/chat"),
        );
    });

    it("refuse new ScaledJobs beyond them", async () => {
        const jobs = (job: string, spec: object) => agents.tryCreating(agents.scaledJob(job, spec));
        expect(await jobs("digest", { maxReplicaCount: 10 })).toEqual(PASSED);
        expect(await jobs("digest", { maxReplicaCount: 11 })).toEqual(
            refusal("spec.maxReplicaCount is 11, above the ceiling 10 of ScaledJob/digest"),
        );
        expect(await jobs("nightly", {})).toEqual(
            refusal("spec.maxReplicaCount by default is 100, above the ceiling 6 of ScaledJob/nightly"),
        );
    });

    it("refuse containers that request nothing, and take a limit or the whole pod's request for one", async () => {
        const { image } = SMALL_CONTAINER;
        const memory = { image, resources: { requests: { memory: "16Mi" } } };
        const limited = { image, resources: { limits: { cpu: "10m", memory: "16Mi" } } };
        const runs = (container: object, resources?: object) =>
            agents.tryCreating(agents.deployment("new", 1, container, resources));
        expect(await runs({ image })).toEqual(
            refusal(
                `spec.template: not every container requests cpu and memory, as AutoscalingAdmission ${name} asks; add resources.requests to each`,
            ),
        );
        expect(await runs(memory)).toEqual(
            refusal("spec.template: not every container requests cpu, as AutoscalingAdmission"),
        );
        expect(await runs(limited)).toEqual(PASSED);
        expect(await runs({ image }, SMALL_CONTAINER.resources)).toEqual(PASSED);
        const jobs = (container: object) =>
            agents.tryCreating(agents.scaledJob("digest", { maxReplicaCount: 1 }, container));
        expect(await jobs(memory)).toEqual(
            refusal("spec.jobTargetRef.template: not every container requests cpu, as"),
        );
        expect(await jobs(limited)).toEqual(PASSED);
    });

    it("hold for everybody but the exempt user, whatever signs are in the name", async () => {
        for (const user of [EXEMPT, "somebody"]) {
            const creating = ["create", "rolebinding", uniqueName("edit"), "--clusterrole=edit"];
            await kubectl([...creating, `--user=${user}`, "--namespace", agents.name]);
        }
        await eventually(
            "somebody may scale",
            () => agents.scale("deployment/other", 6, DRY, "--as=somebody"),
            ({ allowed }) => allowed,
        );
        expect(await agents.scale("deployment/other", 7, DRY, "--as=somebody")).toEqual(
            refusal("spec.replicas is 7, above the ceiling 6"),
        );
        expect(await agents.scale("deployment/other", 8, `--as=${EXEMPT}`)).toEqual(PASSED);
        expect((await get<LiveWorkload>("deployment", "other", agents.name))?.spec.replicas).toBe(8);
    });

    it("let what is beyond them already be labelled, and brought nearer", async () => {
        expect(await agents.kubectl(["label", "deployment/other", "team=research"])).toEqual(PASSED);
        expect(await agents.scale("deployment/other", 9)).toEqual(
            refusal("spec.replicas is 9, above the ceiling 6"),
        );
        expect(await agents.scale("deployment/other", 7)).toEqual(PASSED);
    });

    it("are gone after pulumi destroy, and hold for nothing any more", async () => {
        await stack.destroy();
        expect(await stack.resources()).toEqual([]);
        for (const kind of ["validatingadmissionpolicies", "validatingadmissionpolicybindings"]) {
            for (const role of ROLES) expect(await get(kind, `${name}-${role}`)).toBeUndefined();
        }
        await eventually(
            "a request passes",
            () => agents.scale("deployment/other", 9),
            ({ allowed }) => allowed,
        );
    });
});
