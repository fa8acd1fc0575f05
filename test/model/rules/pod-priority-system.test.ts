import { describe, expect, it } from "vitest";
import { podPrioritySystem } from "../../../model/rules/pod-priority-system";
import { findings } from "./support/findings";
import { deployment, scaledObject, secret, unknown } from "./support/objects";

describe("pod-priority-system", () => {
    const found = (priorityClassName: unknown, namespace: unknown = "agents") =>
        findings(
            podPrioritySystem,
            scaledObject({}, { namespace }),
            deployment({ priorityClassName }, { metadata: { namespace } }),
        );

    it.each(["system-node-critical", "system-cluster-critical"])("reports %s", (name) => {
        expect(found(name)).toMatchObject([
            {
                severity: "warning",
                message: `the pods have the priority ${name}, by which they evict all work that is not the cluster's own`,
                fix: "name a PriorityClass of your own",
                path: "spec.template.spec.priorityClassName",
            },
        ]);
    });

    it("is quiet about classes of one's own, about none, and where the cluster's own parts run", () => {
        for (const name of ["agents", "not-system-", "system", undefined, null, "", 7]) {
            expect(found(name)).toEqual([]);
        }
        expect(found("system-cluster-critical", "kube-system")).toEqual([]);
        expect(found("system-cluster-critical", unknown())).toHaveLength(1);
        expect(
            findings(podPrioritySystem, deployment({ priorityClassName: "system-node-critical" })),
        ).toEqual([]);
    });

    it("notes a class that is not known", () => {
        for (const name of [unknown(), secret()]) {
            expect(found(name)).toMatchObject([
                { severity: "note", path: "spec.template.spec.priorityClassName" },
            ]);
        }
    });
});
