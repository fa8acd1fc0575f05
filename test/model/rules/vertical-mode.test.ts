import { describe, expect, it } from "vitest";
import { verticalMode } from "../../../model/rules/vertical-mode";
import { findings, findingsOn } from "./support/findings";
import { containerPolicy, secret, unknown, verticalPodAutoscaler } from "./support/objects";

describe("vertical-mode", () => {
    const policy = (updatePolicy: unknown) => verticalPodAutoscaler({ updatePolicy });
    const mode = (updateMode: unknown) => policy({ updateMode });

    it("takes the modes that every VPA has, and none at all", () => {
        for (const name of ["Off", "Initial", "Recreate"]) {
            expect(findingsOn({ vpaVersion: "1.0" }, verticalMode, mode(name))).toEqual([]);
        }
        expect(findings(verticalMode, policy(undefined))).toEqual([]);
    });

    it("refuses a mode that there is not, with the nearest", () => {
        expect(findings(verticalMode, mode("Recreat"))).toMatchObject([
            {
                severity: "error",
                message: 'VPA has no mode "Recreat"',
                fix: "did you mean Recreate?",
                path: "spec.updatePolicy.updateMode",
            },
        ]);
        expect(findings(verticalMode, mode(""))).toMatchObject([
            {
                message: 'VPA has no mode ""',
                fix: "use one of Off, Initial, Recreate, InPlaceOrRecreate, InPlace",
            },
        ]);
    });

    it("refuses an update policy without a mode, which VPA does too", () => {
        for (const without of [{}, { minReplicas: 2 }, { updateMode: null }]) {
            expect(findings(verticalMode, policy(without))).toMatchObject([
                {
                    severity: "error",
                    message: "the update policy has no updateMode, and VPA refuses one without",
                },
            ]);
        }
    });

    it("warns of Auto, which goes away", () => {
        expect(findings(verticalMode, mode("Auto"))).toMatchObject([
            {
                severity: "warning",
                message: "the mode Auto is deprecated and will be removed; it does what Recreate does",
                fix: 'write "Recreate", or "InPlaceOrRecreate", which restarts fewer pods',
            },
        ]);
    });

    it.each([
        ["InPlaceOrRecreate", "1.3", "error"],
        ["InPlaceOrRecreate", "1.4", "warning"],
        ["InPlaceOrRecreate", "1.5", undefined],
        ["InPlaceOrRecreate", undefined, undefined],
        ["InPlace", "1.6", "error"],
        ["InPlace", "1.7", "warning"],
        ["InPlace", undefined, "warning"],
    ] as const)("compares %s with VPA %s: %s", (name, vpaVersion, severity) => {
        const platform = vpaVersion === undefined ? {} : { vpaVersion };
        expect(findingsOn(platform, verticalMode, mode(name)).map((finding) => finding.severity)).toEqual(
            severity === undefined ? [] : [severity],
        );
    });

    it("says which version or gate a mode needs", () => {
        expect(findingsOn({ vpaVersion: "1.3" }, verticalMode, mode("InPlaceOrRecreate"))).toMatchObject([
            { message: "the mode InPlaceOrRecreate needs VPA 1.4, and the cluster has 1.3" },
        ]);
        expect(findingsOn({ vpaVersion: "1.7" }, verticalMode, mode("InPlace"))).toMatchObject([
            {
                message:
                    "VPA refuses the mode InPlace where its feature gate of that name is off, as it is by default in 1.7",
            },
        ]);
    });

    it("refuses a number of replicas below 1", () => {
        const least = (minReplicas: unknown) => policy({ updateMode: "Recreate", minReplicas });
        expect(findings(verticalMode, least(0))).toMatchObject([
            {
                severity: "error",
                message: "minReplicas is 0, and VPA accepts 1 or more",
                path: "spec.updatePolicy.minReplicas",
            },
        ]);
        expect(findings(verticalMode, least(1))).toEqual([]);
        expect(findings(verticalMode, least(unknown()))).toMatchObject([{ severity: "note" }]);
    });

    it("refuses a container's mode that is one of the update", () => {
        const container = (value: unknown) =>
            verticalPodAutoscaler({
                resourcePolicy: { containerPolicies: [containerPolicy({ mode: value })] },
            });
        expect(findings(verticalMode, container("Initial"))).toMatchObject([
            {
                severity: "error",
                message: 'a container cannot have mode "Initial"',
                path: "spec.resourcePolicy.containerPolicies[0].mode",
            },
        ]);
        for (const good of ["Auto", "Off", undefined])
            expect(findings(verticalMode, container(good))).toEqual([]);
        expect(findings(verticalMode, container(unknown()))).toMatchObject([
            {
                severity: "note",
                message: "whether the container is sized is known only after apply, so it is not checked",
            },
        ]);
    });

    it("notes a mode that is not known, and the whole policy", () => {
        for (const hidden of [mode(unknown()), mode(secret()), policy(unknown())]) {
            expect(findings(verticalMode, hidden)).toMatchObject([
                {
                    severity: "note",
                    message:
                        "what happens to a recommendation is known only after apply, so it is not checked",
                },
            ]);
        }
    });
});
