import { randomBytes } from "node:crypto";

import { commandOutput, describeFailure, runCommand } from "./command";

/** An object of the cluster, as far as every test needs it; a test narrows it to the fields that it reads. */
export interface LiveObject {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: {
        readonly name: string;
        readonly namespace?: string;
        readonly uid: string;
        readonly resourceVersion: string;
        readonly labels?: Readonly<Record<string, string>>;
        readonly annotations?: Readonly<Record<string, string>>;
    };
}

/** A workload with its numbers of pods. */
export interface LiveWorkload extends LiveObject {
    readonly spec: { readonly replicas: number };
    readonly status: { readonly replicas?: number; readonly readyReplicas?: number };
}

/** A HorizontalPodAutoscaler, ours or one that KEDA made. */
export interface LiveAutoscaler extends LiveObject {
    readonly metadata: LiveObject["metadata"] & {
        readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
    };
    readonly spec: {
        readonly maxReplicas: number;
        readonly metrics: readonly {
            readonly external?: { readonly target: { readonly averageValue: string } };
        }[];
    };
    readonly status: {
        readonly currentMetrics?:
            | readonly {
                  readonly resource?: { readonly current: { readonly averageUtilization?: number } };
              }[]
            | null;
    };
}

/** Runs kubectl against $KUBECONFIG and gives what it prints. */
export async function kubectl(args: readonly string[], input?: string): Promise<string> {
    return commandOutput("kubectl", args, input === undefined ? {} : { input });
}

/** How the API server answered a request. */
export interface Answer {
    readonly allowed: boolean;
    /** Its warnings, or why it refused. */
    readonly said: string;
}

/** Runs kubectl for a request that the API server may refuse. */
export async function ask(args: readonly string[], object?: object): Promise<Answer> {
    const options = object === undefined ? {} : { input: JSON.stringify(object) };
    const { exitCode, stderr } = await runCommand("kubectl", args, options);
    return { allowed: exitCode === 0, said: stderr };
}

/**
 * Reads one object; undefined if there is none, or no such namespace.
 *
 * @param kind as kubectl takes it: `deployment`, `scaledobjects.keda.sh`
 */
export async function get<Live extends LiveObject = LiveObject>(
    kind: string,
    name: string,
    namespace?: string,
): Promise<Live | undefined> {
    const where = namespace === undefined ? [] : ["--namespace", namespace];
    const args = ["get", kind, name, ...where, "--output=json", "--ignore-not-found"];
    const result = await runCommand("kubectl", args);
    if (result.exitCode !== 0) throw new Error(describeFailure(`kubectl ${args.join(" ")}`, result));
    return result.stdout.trim() === "" ? undefined : (JSON.parse(result.stdout) as Live);
}

/** Reads all objects of a kind in a namespace, or those with the given labels (`app=worker`). */
export async function list<Live extends LiveObject = LiveObject>(
    kind: string,
    namespace: string,
    selector?: string,
): Promise<Live[]> {
    const args = ["get", kind, "--namespace", namespace, "--output=json"];
    const text = await kubectl(selector === undefined ? args : [...args, "--selector", selector]);
    return (JSON.parse(text) as { items: Live[] }).items;
}

const POOL_KINDS = [
    "deployments.apps",
    "replicasets.apps",
    "jobs.batch",
    "pods",
    "horizontalpodautoscalers.autoscaling",
    "poddisruptionbudgets.policy",
    "scaledobjects.keda.sh",
    "scaledjobs.keda.sh",
    "triggerauthentications.keda.sh",
];

/** What there is in a namespace of the kinds that pools consist of or make, as `Kind name`, sorted. */
export async function inventory(namespace: string): Promise<string[]> {
    const found = await list(POOL_KINDS.join(","), namespace);
    return found.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
}

/** Applies manifests as plain objects. */
export async function apply(...manifests: readonly object[]): Promise<void> {
    await kubectl(["apply", "--filename=-"], manifests.map((each) => JSON.stringify(each)).join("\n---\n"));
}

/**
 * Sets annotations on the pods with the given labels. On the lab, `kwok.x-k8s.io/usage-cpu` and `usage-memory` say
 * what a pod uses.
 */
export async function annotatePods(
    namespace: string,
    selector: string,
    annotations: Readonly<Record<string, string>>,
): Promise<void> {
    const pairs = Object.entries(annotations).map(([key, value]) => `${key}=${value}`);
    const where = ["--namespace", namespace, "--selector", selector];
    await kubectl(["annotate", "pods", ...where, "--overwrite", ...pairs]);
}

/** A name that no other test has, so that tests and runs do not meet in one cluster. */
export function uniqueName(prefix: string): string {
    return `${prefix}-${randomBytes(4).toString("hex")}`;
}

/** Makes a namespace for one test. */
export async function createNamespace(prefix: string): Promise<string> {
    const name = uniqueName(prefix);
    await kubectl(["create", "namespace", name]);
    return name;
}

/** Removes a namespace with all that is in it, if it is there, and waits until it is gone. */
export async function removeNamespace(name: string): Promise<void> {
    await kubectl(["delete", "namespace", name, "--ignore-not-found", "--wait", "--timeout=50s"]);
}
