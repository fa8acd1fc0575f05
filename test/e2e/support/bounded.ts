import { expect } from "vitest";

import { AgentArchetype, type AutoscaledAgentPoolArgs } from "../../../model/pool";
import { ask, type Answer } from "./cluster";
import { SMALL_CONTAINER } from "./pools";

/** How many replicas the window of `windowPool` asks for. */
export const WINDOW_FLOOR = 3;

/** A trigger that asks for nothing but in the first minute of a year. */
const NEVER = {
    type: "cron",
    metadata: { timezone: "Etc/UTC", start: "0 0 1 1 *", end: "1 0 1 1 *", desiredReplicas: "1" },
};

/** A daily window in UTC that opened an hour ago and closes in one, the same for all updates of a run. */
const WINDOW = [-1, 1].map((hours) => {
    const time = new Date(Date.now() + hours * 3_600_000);
    return `${time.getUTCMinutes()} ${time.getUTCHours()} * * *`;
}) as [string, string];

/** A pool with a window that is open now, so that KEDA scales it by itself. */
export function windowPool(namespace: string, maxReplicas: number): AutoscaledAgentPoolArgs {
    const [start, end] = WINDOW;
    const cron = { timezone: "Etc/UTC", start, end, desiredReplicas: WINDOW_FLOOR };
    return {
        archetype: AgentArchetype.QueueWorker,
        namespace,
        workload: { container: SMALL_CONTAINER },
        scale: {
            minReplicas: 0,
            maxReplicas,
            pollingIntervalSeconds: 1,
            triggers: [{ name: "window", cron }],
        },
    };
}

/** Requests about the objects of one namespace that bounds may refuse. */
export class BoundedNamespace {
    constructor(readonly name: string) {}

    /** `kubectl scale`; `what` is such as `deployment/worker`. */
    scale(what: string, replicas: number, ...more: string[]): Promise<Answer> {
        return this.kubectl(["scale", what, `--replicas=${replicas}`, ...more]);
    }

    /** Changes members of the spec. */
    edit(what: string, spec: object): Promise<Answer> {
        return this.kubectl(["patch", what, "--type=merge", `--patch=${JSON.stringify({ spec })}`]);
    }

    create(object: object): Promise<Answer> {
        return this.kubectl(["create", "--filename=-"], object);
    }

    /** Whether it would be created. */
    tryCreating(object: object): Promise<Answer> {
        return this.kubectl(["create", "--filename=-", "--dry-run=server"], object);
    }

    kubectl(args: readonly string[], object?: object): Promise<Answer> {
        return ask([...args, "--namespace", this.name], object);
    }

    /** @param resources those of a pod as a whole */
    deployment(
        name: string,
        replicas: number,
        container: object = SMALL_CONTAINER,
        resources?: object,
    ): object {
        return this.object("apps/v1", "Deployment", name, {
            replicas,
            ...podsOf(name, container, resources),
        });
    }

    statefulSet(name: string): object {
        return this.object("apps/v1", "StatefulSet", name, { replicas: 1, ...podsOf(name, SMALL_CONTAINER) });
    }

    horizontalPodAutoscaler(target: string, maxReplicas: number): object {
        const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: target };
        return this.object("autoscaling/v2", "HorizontalPodAutoscaler", target, {
            scaleTargetRef,
            maxReplicas,
        });
    }

    scaledObject(target: string, spec: object): object {
        const scaleTargetRef = { name: target };
        return this.object("keda.sh/v1alpha1", "ScaledObject", target, {
            scaleTargetRef,
            triggers: [NEVER],
            ...spec,
        });
    }

    scaledJob(name: string, spec: object, container: object = SMALL_CONTAINER): object {
        const pod = { restartPolicy: "Never", containers: [{ name: "agent", ...container }] };
        return this.object("keda.sh/v1alpha1", "ScaledJob", name, {
            jobTargetRef: { template: { spec: pod } },
            triggers: [NEVER],
            ...spec,
        });
    }

    private object(apiVersion: string, kind: string, name: string, spec: object): object {
        return { apiVersion, kind, metadata: { name, namespace: this.name }, spec };
    }
}

function podsOf(app: string, container: object, resources?: object): object {
    const spec = { containers: [{ name: "agent", ...container }], ...(resources ? { resources } : {}) };
    return { selector: { matchLabels: { app } }, template: { metadata: { labels: { app } }, spec } };
}

/** The answer to a request that passes without a warning. */
export const PASSED: Answer = { allowed: true, said: "" };

/** The answer to a request that is refused with these words. */
export function refusal(words: string): Answer {
    return { allowed: false, said: expect.stringContaining(words) as string };
}
