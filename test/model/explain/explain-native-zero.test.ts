import { describe, expect, it } from "vitest";
import type { Topic } from "../../../model/explain";
import { explain, replicasFor } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import { horizontalPodAutoscaler, intent, resourceMetric } from "../rules/support/objects";

const EXTERNAL = {
    type: "External",
    external: { metric: { name: "backlog" }, target: { type: "AverageValue", averageValue: "5" } },
};
const OBJECT = {
    type: "Object",
    object: { metric: { name: "rate" }, target: { type: "Value", value: "10" } },
};
const PODS = {
    type: "Pods",
    pods: { metric: { name: "waiting" }, target: { type: "AverageValue", averageValue: "10" } },
};
const CPU = resourceMetric("cpu", { type: "Utilization", averageUtilization: 70 });

function said(topic: Topic, metrics: readonly object[], minReplicas = 0, metadata: object = {}): string[] {
    return explain(readFleet([horizontalPodAutoscaler({ minReplicas, metrics }, metadata)])).flatMap(
        ({ sentences }) => sentences.filter((each) => each.topic === topic).map(({ text }) => text),
    );
}

describe("a native autoscaler with a floor of 0", () => {
    it("wakes on what is not of the pods, and sleeps at the pace of scaling down", () => {
        expect(said("wakes", [EXTERNAL, OBJECT, CPU])).toEqual([
            'Wakes when External metric "backlog" is above 0, or when Object metric "rate" is above 0. The autoscaler looks every 15 s by default; how long a cold start takes is not declared.',
        ]);
        expect(said("sleeps", [EXTERNAL])).toEqual([
            "Goes to zero when no metric asks for a replica, at the pace of scaling down.",
        ]);
        expect(said("wakes", [EXTERNAL], 0, intent({ task: { coldStartSeconds: 45 } }))[0]).toContain(
            "The first replica works up to 60 s later: the autoscaler looks every 15 s by default, and a cold start takes 45 s.",
        );
    });

    it("is kept awake by what its pods use", () => {
        expect(said("sleeps", [EXTERNAL, CPU, PODS]).slice(1)).toEqual([
            "cpu #2 asks for one replica as long as it is above 0, and so keeps the last one.",
            'Pods metric "waiting" asks for one replica as long as it is above 0, and so keeps the last one.',
        ]);
    });

    it("goes back to 0 and not to 1", () => {
        const back = (minReplicas: number): string | undefined =>
            said("pace", [EXTERNAL], minReplicas).find((text) => text.startsWith("Back to the floor"));
        expect(back(0)).toContain("from 10 to 0 replicas");
        expect(back(1)).toContain("from 10 to 1 replica");
    });

    it("is not spoken of where the floor is above 0, or nothing could wake the pool", () => {
        for (const topic of ["wakes", "sleeps"] as const) {
            expect(said(topic, [EXTERNAL], 1)).toEqual([]);
            expect(said(topic, [PODS, CPU])).toEqual([]);
        }
    });
});

it("asks for the value divided by the target, rounded up, of a total alone", () => {
    const replicas = (metric: object): number | undefined => {
        const trigger = readFleet([horizontalPodAutoscaler({ metrics: [metric] })]).scalers[0]?.triggers[0];
        return trigger === undefined ? undefined : replicasFor(trigger, 23);
    };
    expect([replicas(EXTERNAL), replicas(OBJECT), replicas(PODS), replicas(CPU)]).toEqual([
        5,
        undefined,
        undefined,
        undefined,
    ]);
});
