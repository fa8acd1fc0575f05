import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { PodSpec } from "../../model/capacity";
import { qosClass } from "../../model/capacity";
import type { Declared, KubernetesObject } from "../../model/declared";
import { kubernetesType } from "../../model/declared";
import { readFleet } from "../../model/fleet";
import { manifests } from "../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../model/pool";
import { resolve } from "../../model/pool";
import { check } from "../../model/rules";
import { arbitraryPool } from "../model/pool/support/arbitrary-pool";
import { REFUSED, deployment } from "./admission-classes";
import { RENEWS_TABLES, writeTable } from "./write-table";

const SEED = Number(process.env["ADMISSION_SEED"] ?? 20261124);
const POOLS = Number(process.env["ADMISSION_POOLS"] ?? 2000);
const BATCH = 50;

/** A pool that we accept, with its objects. */
interface Accepted {
    readonly name: string;
    readonly args: AutoscaledAgentPoolArgs;
    readonly declared: readonly Declared[];
}

interface Answer {
    readonly accepted: readonly { readonly kind: string; readonly name: string }[];
    readonly errors: readonly string[];
}

/** Creates objects for real, one after the other; each that is refused is one error. */
function create(namespace: string, objects: readonly object[]): Answer {
    if (objects.length === 0) return { accepted: [], errors: [] };
    const { stdout, stderr } = spawnSync(
        "kubectl",
        ["create", "--namespace", namespace, "--output=name", "--filename=-"],
        {
            input: objects.map((each) => JSON.stringify(each)).join("\n---\n"),
            encoding: "utf8",
            maxBuffer: 2 ** 28,
        },
    );
    const accepted = stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => {
            const [kind = "", name = ""] = line.split("/");
            return { kind, name };
        });
    return {
        accepted,
        // One error may have several lines.
        errors: stderr
            .split(/\n(?=Error|The \S+ ")/)
            .filter((text) => /^(Error|The \S+ ".*" is invalid)/.test(text)),
    };
}

const namespaces: string[] = [];

function createNamespace(): string {
    const name = `admission-${process.pid}-${namespaces.length}`;
    execFileSync("kubectl", ["create", "namespace", name], { stdio: "ignore" });
    namespaces.push(name);
    return name;
}

function removeNamespace(name: string): void {
    spawnSync("kubectl", ["delete", "namespace", name, "--wait=false", "--ignore-not-found"], {
        stdio: "ignore",
    });
}

/** Pools that we accept, out of as many as that takes. */
function acceptedPools(namespace: string, count: number, seed: number): Accepted[] {
    const accepted: Accepted[] = [];
    for (const args of fc.sample(arbitraryPool(namespace), { numRuns: count * 4, seed })) {
        const name = `p${accepted.length}`;
        const { pool } = resolve(name, args);
        if (pool === undefined) continue;
        const declared = manifests(pool);
        const errors = check(readFleet(declared, pool.platform)).filter(
            ({ severity }) => severity === "error",
        );
        if (errors.length > 0) continue;
        accepted.push({ name, args, declared });
        if (accepted.length === count) break;
    }
    return accepted;
}

const SCALERS = ["ScaledObject", "ScaledJob", "HorizontalPodAutoscaler", "VerticalPodAutoscaler"];

/** The pod that a pool's workload makes, as a pod of its own. */
function podOf({ name, declared }: Accepted): (KubernetesObject & { readonly spec: PodSpec }) | undefined {
    for (const { object } of declared) {
        const spec = object["spec"] as { template?: object; jobTargetRef?: { template: object } };
        const template = spec.template ?? spec.jobTargetRef?.template;
        if (template === undefined) continue;
        const { spec: podSpec } = template as { spec: Record<string, unknown> };
        // Its account and its claims are not there; they have no part in its class.
        const others = Object.fromEntries(
            Object.entries(podSpec).filter(([member]) => member !== "serviceAccountName"),
        );
        const claims = (spec as { volumeClaimTemplates?: { metadata: { name: string } }[] })
            .volumeClaimTemplates;
        const volumes = [
            ...((podSpec["volumes"] as object[] | undefined) ?? []),
            ...(claims ?? []).map(({ metadata }) => ({ name: metadata.name, emptyDir: {} })),
        ];
        return {
            apiVersion: "v1",
            kind: "Pod",
            metadata: { name: `pod-${name}` },
            spec: { ...others, ...(volumes.length === 0 ? {} : { volumes }) },
        };
    }
    return undefined;
}

function classesOfPods(namespace: string): ReadonlyMap<string, string> {
    const text = execFileSync("kubectl", ["get", "pods", "--namespace", namespace, "--output=json"], {
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    const { items } = JSON.parse(text) as {
        items: { metadata: { name: string }; status: { qosClass: string } }[];
    };
    return new Map(items.map(({ metadata, status }) => [metadata.name, status.qosClass]));
}

function declaredOf(object: object): Declared {
    const kubernetes = object as KubernetesObject;
    const type = kubernetesType(kubernetes.apiVersion, kubernetes.kind);
    return { type, object: kubernetes, options: {}, origin: () => ({}) };
}

function admission(): void {
    afterAll(() => {
        for (const name of namespaces) removeNamespace(name);
    });
    const tally = { pools: 0, objects: 0, refused: 0, pods: 0 };
    const rows: string[] = [];

    it(`takes all objects of ${POOLS} pools that we accept, and gives their pods the class that we say`, () => {
        const failures: unknown[] = [];
        for (let batch = 0; batch * BATCH < POOLS; batch++) {
            const namespace = createNamespace();
            const pools = acceptedPools(namespace, Math.min(BATCH, POOLS - batch * BATCH), SEED + batch);
            const all = pools.flatMap(({ declared }) => declared.map(({ object }) => object));
            const isScaler = ({ kind }: KubernetesObject): boolean => SCALERS.includes(kind);
            // The webhook looks for the target in its own cache, which must have seen it.
            const first = create(
                namespace,
                all.filter((object) => !isScaler(object)),
            );
            const pods = pools.map(podOf).filter((pod) => pod !== undefined);
            const made = create(namespace, pods);
            const second = create(namespace, all.filter(isScaler));
            for (const answer of [first, made, second]) failures.push(...answer.errors);
            const classes = classesOfPods(namespace);
            for (const pool of pools) {
                const pod = podOf(pool);
                const real = classes.get(`pod-${pool.name}`);
                const ours = pod === undefined ? undefined : qosClass(pod.spec).qosClass;
                if (real !== ours) failures.push({ name: pool.name, real, ours });
            }
            tally.pools += pools.length;
            tally.objects += all.length;
            tally.pods += pods.length;
            tally.refused += first.errors.length + second.errors.length;
            removeNamespace(namespace);
        }
        expect(failures.slice(0, 5)).toEqual([]);
        expect(tally.pools).toBe(POOLS);
    });

    it.each(REFUSED)("refuses after us: $what", ({ what, before = [], refused, says }) => {
        const namespace = createNamespace();
        const there = [deployment("worker"), ...before];
        expect(create(namespace, there).errors).toEqual([]);
        const { errors } = create(namespace, [refused]);
        expect(errors.join("\n")).toMatch(says);
        const inNamespace = [...there, refused].map((object) => ({
            ...object,
            metadata: { ...(object as KubernetesObject).metadata, namespace },
        }));
        const ours = check(readFleet(inNamespace.map(declaredOf))).filter(
            ({ severity }) => severity === "error",
        );
        rows.push(`| ${what} | ${[...new Set(ours.map(({ id }) => id))].join(", ")} |`);
        expect(ours.map(({ id }) => id)).not.toEqual([]);
        removeNamespace(namespace);
    });

    if (RENEWS_TABLES) afterAll(() => writeTable("admission.md", table(tally, rows)));
}

function table(tally: Readonly<Record<string, number>>, rows: readonly string[]): string {
    return [
        "# Admission",
        "",
        `Run on ${new Date().toISOString().slice(0, 10)} against a real API server and KEDA 2.20.2's webhooks, seed ${SEED}.`,
        "",
        `${tally["pools"] ?? 0} arbitrary pools that we accept became ${tally["objects"] ?? 0} objects, which were created for real: ${tally["refused"] ?? 0} were refused.`,
        `The API server gave ${tally["pods"] ?? 0} pods from the same templates the quality-of-service class that we say.`,
        "",
        "Each class of objects that the webhooks refuse, and the rules of ours that refuse it before anything is applied:",
        "",
        "| what is refused | our rules |",
        "| --- | --- |",
        ...rows,
        "",
    ].join("\n");
}

describe(`real admission (seed ${SEED})`, admission);
