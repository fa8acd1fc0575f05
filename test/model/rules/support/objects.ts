import type { Declared, DeclaredOptions, KubernetesObject } from "../../../../model/declared";
import { Secret, Unknown, formatPath, kubernetesType } from "../../../../model/declared";

/** Members of any kind; what is wrong on purpose too. */
type Fields = object;

/** A declared object whose origin is the place itself. */
export function declared(object: KubernetesObject, options: DeclaredOptions = {}): Declared {
    return {
        type: kubernetesType(object.apiVersion, object.kind),
        object,
        options,
        origin: (path) => ({ argument: formatPath(path) }),
    };
}

/** A value that is known only after apply. */
export function unknown(identity: unknown = Symbol("output"), path = "some.output"): Unknown {
    return new Unknown(path, identity);
}

/** A value that must not be shown. */
export function secret(identity: unknown = "hunter2"): Secret {
    return new Secret(identity);
}

const meta = (name: unknown, more: Fields = {}): Readonly<Record<string, unknown>> => ({
    name,
    namespace: "agents",
    ...more,
});

/** A Deployment `worker` with one container `agent` that requests CPU and memory. */
export function deployment(
    podSpec: Fields = {},
    {
        spec = {},
        metadata = {},
        options = {},
    }: { spec?: Fields; metadata?: Fields; options?: DeclaredOptions } = {},
): Declared {
    return declared(
        {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: meta("worker", metadata),
            spec: {
                selector: { matchLabels: { app: "worker" } },
                template: {
                    metadata: { labels: { app: "worker" } },
                    spec: { containers: [container()], ...podSpec },
                },
                ...spec,
            },
        },
        options,
    );
}

/** A StatefulSet `worker` with the same pods. */
export function statefulSet(): Declared {
    return declared({ ...deployment().object, kind: "StatefulSet" });
}

/** A container `agent` that requests CPU and memory. */
export function container(more: Fields = {}): Fields {
    return {
        name: "agent",
        image: "ghcr.io/acme/agent:1",
        resources: { requests: { cpu: "1", memory: "1Gi" } },
        ...more,
    };
}

/** A ScaledObject `worker` for the Deployment of that name: 1 to 10 replicas on a Redis list. */
export function scaledObject(spec: Fields = {}, metadata: Fields = {}): Declared {
    return declared({
        apiVersion: "keda.sh/v1alpha1",
        kind: "ScaledObject",
        metadata: meta("worker", metadata),
        spec: {
            scaleTargetRef: { name: "worker" },
            minReplicaCount: 1,
            maxReplicaCount: 10,
            triggers: [redis()],
            ...spec,
        },
    });
}

/** A ScaledJob `worker`: at most 10 jobs, one for each item of a Redis list; a change leaves running jobs alone. */
export function scaledJob(spec: Fields = {}, metadata: Fields = {}, podSpec: Fields = {}): Declared {
    return declared({
        apiVersion: "keda.sh/v1alpha1",
        kind: "ScaledJob",
        metadata: meta("worker", metadata),
        spec: {
            jobTargetRef: jobTarget({}, podSpec),
            maxReplicaCount: 10,
            rollout: { strategy: "gradual" },
            scalingStrategy: { strategy: "accurate", pendingPodConditions: ["Ready"] },
            triggers: [redis({ listLength: "1" })],
            ...spec,
        },
    });
}

/** What a job of `worker` runs: one container `agent`. */
export function jobTarget(members: Fields = {}, podSpec: Fields = {}): Fields {
    return {
        template: {
            metadata: { labels: { app: "worker" } },
            spec: { containers: [container()], restartPolicy: "Never", ...podSpec },
        },
        ...members,
    };
}

/** A HorizontalPodAutoscaler `worker` for the Deployment of that name: 1 to 10 replicas on 70 % of CPU. */
export function horizontalPodAutoscaler(spec: Fields = {}, metadata: Fields = {}): Declared {
    return declared({
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        metadata: meta("worker", metadata),
        spec: {
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" },
            minReplicas: 1,
            maxReplicas: 10,
            metrics: [resourceMetric("cpu", { type: "Utilization", averageUtilization: 70 })],
            ...spec,
        },
    });
}

/** A resource metric of an HPA. */
export function resourceMetric(name: string, target: Fields): Fields {
    return { type: "Resource", resource: { name, target } };
}

/** A PodDisruptionBudget `worker` for the pods of the Deployment of that name. */
export function disruptionBudget(spec: Fields = {}, metadata: Fields = {}): Declared {
    return declared({
        apiVersion: "policy/v1",
        kind: "PodDisruptionBudget",
        metadata: meta("worker", metadata),
        spec: { selector: { matchLabels: { app: "worker" } }, ...spec },
    });
}

/** A VerticalPodAutoscaler `worker` for the Deployment of that name: memory of the container `agent` up to 4Gi. */
export function verticalPodAutoscaler(spec: Fields = {}, metadata: Fields = {}): Declared {
    return declared({
        apiVersion: "autoscaling.k8s.io/v1",
        kind: "VerticalPodAutoscaler",
        metadata: meta("worker", metadata),
        spec: {
            targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" },
            updatePolicy: { updateMode: "Recreate" },
            resourcePolicy: { containerPolicies: [containerPolicy(), LEAVE_OTHERS] },
            ...spec,
        },
    });
}

/** What a VerticalPodAutoscaler may do with the container `agent`: memory up to 4Gi. */
export function containerPolicy(more: Fields = {}): Fields {
    return {
        containerName: "agent",
        controlledResources: ["memory"],
        maxAllowed: { memory: "4Gi" },
        ...more,
    };
}

/** The policy that leaves all other containers alone. */
export const LEAVE_OTHERS: Fields = { containerName: "*", mode: "Off" };

/** A TriggerAuthentication, or another kind. */
export function authentication(
    name: unknown,
    kind = "TriggerAuthentication",
    metadata: Fields = {},
    spec: unknown = {},
): Declared {
    return declared({ apiVersion: "keda.sh/v1alpha1", kind, metadata: meta(name, metadata), spec });
}

/** A Service `worker` in front of the pods of the Deployment of that name. */
export function service(spec: Fields = {}, metadata: Fields = {}, urn?: string): Declared {
    const object = declared({
        apiVersion: "v1",
        kind: "Service",
        metadata: meta("worker", metadata),
        spec: { selector: { app: "worker" }, ports: [{ port: 80 }], ...spec },
    });
    return urn === undefined ? object : { ...object, urn };
}

/** A Prometheus trigger of five for each replica. */
export function prometheus(metadata: Fields = {}, trigger: Fields = {}): Fields {
    return {
        type: "prometheus",
        metadata: {
            serverAddress: "http://prometheus:9090",
            query: "sum(tasks)",
            threshold: "5",
            ...metadata,
        },
        ...trigger,
    };
}

/** A Redis trigger of five items for each replica. */
export function redis(metadata: Fields = {}, trigger: Fields = {}): Fields {
    return {
        type: "redis",
        metadata: { address: "redis:6379", listName: "tasks", listLength: "5", ...metadata },
        ...trigger,
    };
}

/** A window on workdays from 08:00 to 19:00 in Berlin with three replicas. */
export function cron(metadata: Fields = {}): Fields {
    return {
        type: "cron",
        metadata: {
            timezone: "Europe/Berlin",
            start: "0 8 * * 1-5",
            end: "0 19 * * 1-5",
            desiredReplicas: "3",
            ...metadata,
        },
    };
}

/** A trigger on 70 % of CPU. */
export function cpu(metadata: Fields = {}, trigger: Fields = {}): Fields {
    return { type: "cpu", metricType: "Utilization", metadata: { value: "70", ...metadata }, ...trigger };
}

/** The annotation that carries what Kubernetes objects do not say. */
export function intent(members: Fields): Fields {
    return { annotations: { "agent-autoscaling/intent": JSON.stringify({ version: 1, ...members }) } };
}
