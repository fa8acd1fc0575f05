import { listed } from "../arguments";
import type { AgentPoolArgs } from "./args";
import { VerticalMode, VerticalResource } from "./choices";
import type { Ledger } from "./ledger";
import type { PoolVertical } from "./pool";
import { scaledResources, sizableResources } from "./sizable-resources";
import { sizedContainer } from "./sized-container";

/** Pods that must be there before one is taken away: VPA's own default, written out. */
const MIN_REPLICAS = 2;

/** Decides the VerticalPodAutoscaler beside a pool; there is none where nobody asked for it. */
export function resolveVertical(args: AgentPoolArgs, ledger: Ledger): PoolVertical | undefined {
    const { vertical } = args;
    if (vertical === undefined) return undefined;
    const { minAllowed, maxAllowed } = vertical;
    const mode = ledger.or(
        "vertical.mode",
        vertical.mode,
        VerticalMode.Off,
        "a recommendation can be read for some days before it changes anything",
    );
    return {
        mode,
        resources: resolveResources(args, ledger),
        ...(minAllowed === undefined ? {} : { minAllowed: ledger.given("vertical.minAllowed", minAllowed) }),
        ...(maxAllowed === undefined ? {} : { maxAllowed: ledger.given("vertical.maxAllowed", maxAllowed) }),
        container: resolveContainerName(args, ledger),
        ...resolveMinReplicas(args, mode, ledger),
    };
}

function resolveContainerName(args: AgentPoolArgs, ledger: Ledger): string {
    const container = sizedContainer(args);
    if (container === undefined) throw new Error("containerProblems refuses that first");
    return ledger.or(
        "vertical.container",
        args.vertical?.container,
        container,
        "the only one that VPA can size; what is injected later is left alone",
        "derived",
    );
}

function resolveResources(args: AgentPoolArgs, ledger: Ledger): readonly VerticalResource[] {
    const path = "vertical.resources";
    const given = args.vertical?.resources;
    const sizable = sizableResources(args);
    const all = Object.values(VerticalResource);
    if (sizable.length === all.length) {
        const reason = "neither decides the number of replicas";
        return ledger.or(path, given, all, reason);
    }
    const scaled = listed([...new Set(scaledResources(args))], "and");
    if (sizable.length === 0) {
        const reason = `${scaled} decide the number of replicas, and a recommendation alone does not move them`;
        return ledger.or(path, given, all, reason, "derived");
    }
    const reason = `${scaled} decides the number of replicas, and a changed request would move its target`;
    return ledger.or(path, given, sizable, reason, "derived");
}

/** How many pods must be there before one is changed; of no use where those that run are left alone. */
function resolveMinReplicas(
    { scale, vertical }: AgentPoolArgs,
    mode: VerticalMode,
    ledger: Ledger,
): Pick<PoolVertical, "minReplicas"> {
    if (mode === VerticalMode.Off || mode === VerticalMode.Initial) return {};
    const [fallback, reason, source] =
        scale.maxReplicas < MIN_REPLICAS
            ? ([
                  scale.maxReplicas,
                  "the pool never has 2, and then no pod would ever be changed",
                  "derived",
              ] as const)
            : ([MIN_REPLICAS, "one pod works while another is replaced", "default"] as const);
    return {
        minReplicas: ledger.or("vertical.minReplicas", vertical?.minReplicas, fallback, reason, source),
    };
}
