import { describe, expect, it } from "vitest";
import type { AutoscalingAdmissionArgs } from "../../../model/admission";
import { AdmissionMode, BoundedKind, resolveAdmission } from "../../../model/admission";
import { Unknown } from "../../../model/declared";

const ARGS: AutoscalingAdmissionArgs = { mode: AdmissionMode.Deny, namespaces: ["agents"], ceiling: 50 };
const POOL = { name: "research", maxReplicas: 40 };

function said(args: object, name: unknown = "agents"): string[] {
    return resolveAdmission(name as string, args as AutoscalingAdmissionArgs).findings.map(
        ({ message, fix }) => `${message}; ${fix}`,
    );
}

describe("the bounds that the API server keeps", () => {
    it("have a value for everything that was left out", () => {
        expect(resolveAdmission("agents", { ...ARGS, pools: [POOL] })).toEqual({
            admission: {
                name: "agents",
                mode: "Deny",
                namespaces: ["agents"],
                ceiling: 50,
                pools: [{ name: "research", kind: "Deployment", minReplicas: 0, maxReplicas: 40 }],
                requestsRequired: false,
                exemptUsers: [],
                labels: {},
            },
            findings: [],
        });
    });

    it("may hold in a namespace whose name is known only after apply", () => {
        const namespace = Promise.resolve("agents");
        const { admission } = resolveAdmission("agents", { ...ARGS, namespaces: ["old", namespace] });
        expect(admission?.namespaces).toEqual(["old", new Unknown("namespaces[1]", namespace)]);
    });

    it("may be a floor that is the ceiling, and the same name for two kinds", () => {
        const pools = [
            { ...POOL, minReplicas: 40 },
            { ...POOL, kind: BoundedKind.StatefulSet },
            { ...POOL, kind: BoundedKind.ScaledJob, minReplicas: 0 },
        ];
        expect(said({ ...ARGS, pools })).toEqual([]);
    });

    it.each<[object, ...string[]]>([
        [
            { mode: "deny", namespaces: [] },
            'mode is "deny"; did you mean Deny?',
            "namespaces is empty; give at least one",
        ],
        [{ namespaces: ["a"], ceiling: 5 }, "mode is missing; give mode"],
        [{ mode: "Warn", ceiling: 5 }, "namespaces is missing; give namespaces"],
        [{ ...ARGS, celling: 5 }, "celling is not an argument; did you mean ceiling?"],
        [{ ...ARGS, ceiling: 0 }, "ceiling is 0, below 1; use 1 or more"],
        [{ ...ARGS, ceiling: "50" }, 'ceiling is "50", not a whole number; give a whole number'],
        [{ ...ARGS, exemptUsers: [""] }, "exemptUsers[0] is empty; give a value, or leave the argument out"],
        [
            { mode: "Deny", namespaces: ["a"], pools: [], requestsRequired: false },
            "the arguments: nothing is bounded; give a ceiling, pools, or requestsRequired",
        ],
        [
            { ...ARGS, pools: [{ ...POOL, minReplicas: 41 }] },
            "pools[0].minReplicas is 41, above maxReplicas 40; use 40 or less, or a maxReplicas of 41 or more",
        ],
        [
            { ...ARGS, pools: [{ ...POOL, kind: "ScaledJob", minReplicas: 1 }] },
            "pools[0].minReplicas is 1, and jobs have no floor: each ends with its task; remove minReplicas",
        ],
        [
            { ...ARGS, pools: [POOL, { name: "chat", maxReplicas: 3 }, { ...POOL, kind: "Deployment" }] },
            "pools[2] is Deployment research, as pools[0] is; keep one of the two; pools of the same name in other namespaces need an AutoscalingAdmission of their own",
        ],
    ])("are refused with everything that is wrong: %#", (args, ...messages) => {
        expect(said(args)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
    });

    it("are refused where a number is an Output or a name is no name", () => {
        expect(said({ ...ARGS, ceiling: Promise.resolve(5) })).toEqual([
            expect.stringContaining("ceiling is an Output or a promise"),
        ]);
        expect(said({ ...ARGS, pools: [{ name: 'a" || true', maxReplicas: 4 }] })).toEqual([
            expect.stringContaining("which is not a name that Kubernetes accepts"),
        ]);
    });

    it.each(["Agents", "a.b", "x".repeat(64), "", 5])("are refused under the name %j", (name) => {
        expect(said(ARGS, name)).toEqual([expect.stringMatching(/^name is /)]);
    });

    it("may have a name of 63 characters", () => {
        expect(said(ARGS, "x".repeat(63))).toEqual([]);
    });
});
