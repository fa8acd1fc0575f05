import { showLeaf } from "../declared";
import type { Fleet, FleetScaler } from "../fleet";
import { known } from "../fleet";
import { explainTrigger } from "./explain-trigger";
import { explainZero } from "./explain-zero";
import type { Explanation, Sentence } from "./explanation";
import { noEffect } from "./no-effect";

/**
 * What each scaler of a fleet will do, in plain sentences with numbers: its bounds, what each threshold means for
 * one replica, what wakes it and when it sleeps, and what has no effect.
 */
export function explain(fleet: Fleet): Explanation[] {
    return fleet.scalers.map((scaler) => ({
        kind: scaler.declared.object.kind,
        namespace: scaler.namespace,
        name: scaler.name,
        sentences: [
            explainBounds(scaler),
            ...scaler.triggers.flatMap((trigger) => explainTrigger(scaler, trigger)),
            ...(scaler.triggers.length > 1
                ? [
                      {
                          topic: "trigger" as const,
                          text: "Where triggers disagree, the one that asks for most wins.",
                      },
                  ]
                : []),
            ...explainZero(scaler),
            ...noEffect(scaler),
        ],
    }));
}

function explainBounds({ min, max, target, engine }: FleetScaler): Sentence {
    const [floor, ceiling] = [min, max].map((bound) => known(bound) ?? "a number known only after apply");
    const by = engine === "keda" ? "KEDA" : "the native autoscaler";
    return {
        topic: "bounds",
        text: `${target.kind} ${target.name === undefined ? "" : showLeaf(target.name)} runs between ${floor} and ${ceiling} replicas, by ${by}.`,
    };
}
