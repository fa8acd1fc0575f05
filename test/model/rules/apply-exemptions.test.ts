import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { Rule } from "../../../model/rules";
import { RULES, check } from "../../../model/rules";
import { exemption } from "../../../model/rules/exemption";
import { replicasOwned } from "../../../model/rules/replicas-owned";
import { scaleBounds } from "../../../model/rules/scale-bounds";
import { scaleMaxStated } from "../../../model/rules/scale-max-stated";
import { WORKER, changed, resolved } from "../pool/support/pools";
import { deployment, scaledObject, unknown } from "./support/objects";

const TODAY = "2026-12-31";

function run(rules: readonly Rule[], ...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects), [...rules, exemption], { today: TODAY });
}

function exempt(...entries: object[]): object {
    return { annotations: { "agent-autoscaling/exempt": JSON.stringify(entries) } };
}

describe("exemptions", () => {
    const owned = { rule: "replicas-owned", reason: "frozen until the audit" };
    const pool = (metadata: object): Declared[] => [
        scaledObject(),
        deployment({}, { spec: { replicas: 3 }, metadata }),
    ];

    it("mark a warning about the object that carries them, and keep it", () => {
        expect(run([replicasOwned], ...pool(exempt(owned)))).toMatchObject([
            {
                id: "replicas-owned",
                severity: "warning",
                message: "spec.replicas is 3, and an autoscaler owns it",
                exemption: { reason: "frozen until the audit" },
            },
        ]);
        const until = { ...owned, until: TODAY };
        expect(run([replicasOwned], ...pool(exempt(until)))[0]?.exemption).toEqual({
            reason: "frozen until the audit",
            until: TODAY,
        });
    });

    it("hold for no other rule, no other object and no other day", () => {
        const marks = (findings: readonly Finding[]): unknown[] =>
            findings.filter(({ id }) => id === "replicas-owned").map((finding) => finding.exemption);
        expect(marks(run([replicasOwned], ...pool(exempt({ ...owned, rule: "scale-bounds" }))))).toEqual([
            undefined,
        ]);
        const [, workload] = pool({});
        const onScaler = [scaledObject({}, exempt(owned)), ...(workload === undefined ? [] : [workload])];
        expect(marks(run([replicasOwned], ...onScaler))).toEqual([undefined]);
        const past = { ...owned, until: "2026-12-30" };
        expect(marks(run([replicasOwned], ...pool(exempt(past))))).toEqual([undefined]);
    });

    it("leave errors as they are, and say that they are of one", () => {
        const entry = { rule: "scale-bounds", reason: "we like it" };
        const found = run([scaleBounds], scaledObject({ minReplicaCount: 11 }, exempt(entry)));
        expect(found).toMatchObject([
            { id: "scale-bounds", severity: "error" },
            {
                id: "exemption",
                severity: "warning",
                message: "what scale-bounds finds is an error, and no reason makes the impossible work",
                path: 'metadata.annotations["agent-autoscaling/exempt"][0]',
            },
        ]);
        expect(found[0]).not.toHaveProperty("exemption");
    });

    it("leave notes as they are, and are not of nothing then", () => {
        const entry = { rule: "scale-bounds", reason: "we like it" };
        const found = run([scaleBounds], scaledObject({ maxReplicaCount: unknown() }, exempt(entry)));
        expect(found).toMatchObject([{ id: "scale-bounds", severity: "note" }]);
        expect(found[0]).not.toHaveProperty("exemption");
    });

    it("are noted where they are of nothing, once for the same words in a namespace", () => {
        const both = [
            scaledObject({}, exempt(owned)),
            deployment({}, { metadata: exempt(owned) }),
            scaledObject({ scaleTargetRef: { name: "b" } }, { name: "b", ...exempt(owned) }),
        ];
        expect(run([replicasOwned], ...both)).toMatchObject([
            {
                id: "exemption",
                severity: "note",
                message: "replicas-owned finds nothing here that would have to be exempt",
            },
        ]);
        // It is of something where any of its objects breaks the rule.
        expect(
            run([replicasOwned], scaledObject({}, exempt(owned)), ...pool(exempt(owned)).slice(1)).map(
                ({ id }) => id,
            ),
        ).toEqual(["replicas-owned"]);
    });

    it("of a pool hold for whichever of its objects breaks the rule", () => {
        const exemptions = [{ rule: "grace-covers-task", reason: "tasks are handed back" }];
        const args = changed(WORKER, ["workload", "terminationGracePeriodSeconds"], 30);
        const found = check(readFleet(manifests(resolved({ ...args, exemptions }))), RULES, { today: TODAY });
        expect(found.filter(({ id }) => id === "exemption")).toEqual([]);
        expect(found).toMatchObject([
            { id: "grace-covers-task", exemption: { reason: "tasks are handed back" } },
        ]);
    });

    it("of rules that do not run are not said to be of nothing", () => {
        expect(run([scaleMaxStated], ...pool(exempt(owned)))).toEqual([]);
        expect(check(readFleet(pool(exempt(owned))), [replicasOwned])).toHaveLength(1);
    });

    it("are sorted behind everything that counts", () => {
        const found = run(
            [replicasOwned, scaleMaxStated],
            ...pool(exempt(owned)),
            scaledObject({ maxReplicaCount: undefined }, { name: "zz" }),
        );
        expect(found.map(({ id }) => id)).toEqual(["scale-max-stated", "replicas-owned"]);
    });
});
