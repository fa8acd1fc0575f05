import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AdmissionMode } from "../../model/admission";
import type { AgentPoolArgs } from "../../model/pool";
import type { AgentTeamArgs } from "../../model/team";
import { BoundedNamespace, refusal, windowPool } from "./support/bounded";
import { CleanUp } from "./support/clean-up";
import {
    get,
    kubectl,
    list,
    removeNamespace,
    uniqueName,
    type LiveObject,
    type LiveWorkload,
} from "./support/cluster";
import { eventually, throughout } from "./support/eventually";
import { SMALL_CONTAINER } from "./support/pools";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

interface LiveQuota extends LiveObject {
    readonly status: { readonly hard: Record<string, string>; readonly used: Record<string, string> };
}

/** The replicas that the window of `windowPool` asks for, which are all that the pools may have. */
const CEILING = 3;
/** One pod more for a rollout of a quarter. */
const MOST_PODS = CEILING + 1;

/** A container that the Pod Security Standard `restricted` lets in, and that states all that the quota counts. */
const LOCKED_DOWN = {
    image: "registry.invalid/other:1",
    resources: { requests: SMALL_CONTAINER.resources.requests, limits: { memory: "16Mi" } },
    securityContext: {
        allowPrivilegeEscalation: false,
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
        capabilities: { drop: ["ALL"] },
    },
};

describe("two teams", () => {
    const cleanUp = new CleanUp();
    const [first, second] = [uniqueName("first"), uniqueName("second")];
    const inFirst = new BoundedNamespace(first);
    let stack: Stack;

    const worker = (image = SMALL_CONTAINER.image): AgentPoolArgs => {
        const { archetype, scale } = windowPool("", CEILING);
        return { archetype, scale, workload: { container: { ...SMALL_CONTAINER, image } } };
    };
    const team = (pool: AgentPoolArgs, value = 10): AgentTeamArgs => ({
        pools: { worker: pool },
        priorities: { batch: { value } },
        access: { viewers: { groups: [`${first}-people`] }, editors: { users: ["ann"] } },
        quota: { bestEffortPods: 0 },
    });
    const bounded = (pool: AgentPoolArgs, value?: number): AgentTeamArgs => ({
        ...team(pool, value),
        admission: { mode: AdmissionMode.Deny },
    });
    const atCeiling = (name: string) =>
        eventually(
            `${name} has ${CEILING} replicas that are ready`,
            () => get<LiveWorkload>("deployment", `${name}-worker`, name),
            (live) => live?.status.readyReplicas === CEILING,
        );
    const podsOfFirst = () => list("pods", first);
    const may = async (...request: readonly string[]) =>
        (await kubectl(["auth", "can-i", ...request, "--namespace", first]).catch(() => "no")).trim();

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        await cleanUp.after(Promise.resolve(first), removeNamespace);
        await cleanUp.after(Promise.resolve(second), removeNamespace);
        stack = await cleanUp.after(
            Stack.create({
                program: "test/e2e/programs/teams",
                config: { teams: { [first]: bounded(worker()) } },
            }),
            (made) => made.remove(),
        );
    });

    it("are made with all that bounds them, and a second update changes nothing", async () => {
        const up = await stack.up();
        expect(up.diagnostics).toEqual([]);
        expect(changed(up)).toEqual(
            expect.arrayContaining([
                `create Namespace ${first}-namespace`,
                `create ResourceQuota ${first}-quota`,
                `create LimitRange ${first}-limit-range`,
                `create NetworkPolicy ${first}-network-default-deny`,
                `create Deployment ${first}-worker`,
            ]),
        );
        expect(changed(await stack.up())).toEqual([]);
        await atCeiling(first);
    });

    it("have a network that the API server accepts; nothing of this cluster enforces it", async () => {
        const policies = await list("networkpolicies", first);
        expect(policies.map(({ metadata }) => metadata.name)).toEqual(["default-deny", "dns", "egress"]);
    });

    it("let viewers read all but secrets, and editors work in pods", async () => {
        const viewer = ["--as", "bob", "--as-group", `${first}-people`];
        expect(await may("get", "pods", ...viewer)).toBe("yes");
        expect(await may("get", "secrets", ...viewer)).toBe("no");
        expect(await may("create", "pods", "--subresource=exec", ...viewer)).toBe("no");
        expect(await may("create", "pods", "--subresource=exec", "--as", "ann")).toBe("yes");
        expect(await may("get", "secrets", "--as", "ann")).toBe("no");
    });

    it("refuse a pod beyond the quota, and one that requests nothing gets a request", async () => {
        const large = { ...LOCKED_DOWN, resources: { ...LOCKED_DOWN.resources, requests: { cpu: "1" } } };
        const refused = await inFirst.tryCreating(pod("large", large));
        expect(refused).toEqual({
            allowed: false,
            said: expect.stringContaining(`exceeded quota: ${first}-not-best-effort`) as string,
        });
        const filled = await inFirst.tryCreating(
            pod("plain", { ...LOCKED_DOWN, resources: { limits: { memory: "16Mi" } } }),
        );
        expect(filled.said).toContain("requested: requests.cpu=100m");
    });

    it("cannot be scaled beyond what was checked", async () => {
        expect(await inFirst.scale(`deployment/${first}-worker`, CEILING + 1)).toEqual(
            refusal(`above the ceiling ${CEILING} of deployments/${first}-worker`),
        );
    });

    it("cannot take what is the other's: one pushes beyond its quota, the other reaches its ceiling", async () => {
        await kubectl(
            ["create", "--filename=-"],
            JSON.stringify(inFirst.deployment("pushing", 50, LOCKED_DOWN)),
        );
        await eventually("the quota is full", podsOfFirst, (pods) => pods.length === MOST_PODS);
        await stack.configure({ teams: { [first]: bounded(worker()), [second]: team(worker()) } });
        await stack.up();
        await atCeiling(second);
        await throughout("no pod more", podsOfFirst, (pods) => pods.length === MOST_PODS, { seconds: 3 });
        const quota = await get<LiveQuota>("resourcequota", first, first);
        expect(quota?.status.used["pods"]).toBe(String(MOST_PODS));
        await kubectl(["delete", "deployment", "pushing", "--namespace", first]);
    });

    it("complete a rollout at the ceiling, and get a priority class anew whose value changes", async () => {
        await eventually("the room is free again", podsOfFirst, (pods) => pods.length === CEILING);
        const next = "registry.invalid/agent:2";
        await stack.configure({ teams: { [first]: bounded(worker(next), 20), [second]: team(worker()) } });
        await stack.up();
        await eventually(
            "every pod is of the new image",
            () => list<LivePod>("pods", first),
            (pods) =>
                pods.length === CEILING &&
                pods.every(({ spec }) => spec.containers.every(({ image }) => image === next)),
        );
        await atCeiling(first);
        const priority = await get<LivePriority>("priorityclass", `${first}-batch`);
        expect(priority?.value).toBe(20);
    });
});

interface LivePriority extends LiveObject {
    readonly value: number;
}

interface LivePod extends LiveObject {
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
}

function pod(name: string, container: object): object {
    return {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name },
        spec: { containers: [{ name: "agent", ...container }] },
    };
}
