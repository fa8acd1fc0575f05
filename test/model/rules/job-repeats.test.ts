import { describe, expect, it } from "vitest";
import { jobRepeats } from "../../../model/rules/job-repeats";
import { findings } from "./support/findings";
import { container, deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("job-repeats", () => {
    const pod = (spec: object) => scaledJob({}, {}, spec);
    const agent = (members: object) => pod({ containers: [container(members)] });
    const at = "spec.jobTargetRef.template.spec";

    it("reports a variable that is there twice, at the second", () => {
        const env = [
            { name: "A", value: "1" },
            { name: "B", value: "1" },
            { name: "A", value: "2" },
        ];
        expect(findings(jobRepeats, agent({ env }))).toMatchObject([
            {
                severity: "error",
                message: "env has A twice, which a ScaledJob refuses",
                fix: "keep one of the two",
                path: `${at}.containers[0].env[2]`,
            },
        ]);
        const init = { name: "fetch", image: "fetch:1", env };
        expect(findings(jobRepeats, pod({ initContainers: [init] }))).toHaveLength(1);
    });

    it("reports mounts, pull secrets, volumes and containers of one name", () => {
        const mounts = [
            { name: "a", mountPath: "/data" },
            { name: "b", mountPath: "/data" },
        ];
        expect(findings(jobRepeats, agent({ volumeMounts: mounts }))).toHaveLength(1);
        for (const list of ["imagePullSecrets", "volumes"]) {
            expect(findings(jobRepeats, pod({ [list]: [{ name: "a" }, { name: "a" }] }))).toMatchObject([
                { path: `${at}.${list}[1]` },
            ]);
        }
        expect(findings(jobRepeats, pod({ containers: [container(), container()] }))).toHaveLength(1);
    });

    it("tells ports apart by their protocol, which is TCP where there is none", () => {
        const ports = (...protocols: (string | undefined)[]) =>
            agent({ ports: protocols.map((protocol) => ({ containerPort: 80, protocol })) });
        expect(findings(jobRepeats, ports("TCP", "UDP"))).toEqual([]);
        expect(findings(jobRepeats, ports("TCP", undefined))).toMatchObject([
            { message: "ports has 80 TCP twice, which a ScaledJob refuses" },
        ]);
    });

    it("takes two names that are not known for one only where they are the same", () => {
        const output = unknown();
        const secrets = (...names: unknown[]) => pod({ imagePullSecrets: names.map((name) => ({ name })) });
        expect(findings(jobRepeats, secrets(unknown(), unknown(), "a"))).toEqual([]);
        expect(findings(jobRepeats, secrets(output, output))).toHaveLength(1);
        expect(findings(jobRepeats, secrets(secret("x"), secret("x")))[0]?.message).toContain("(secret)");
    });

    it("is quiet about what is there once, about a Deployment, and about what is no list", () => {
        expect(findings(jobRepeats, scaledJob())).toEqual([]);
        expect(findings(jobRepeats, agent({ env: "A=1" }), pod({ containers: unknown() }))).toEqual([]);
        expect(findings(jobRepeats, scaledJob({ jobTargetRef: unknown() }))).toEqual([]);
        const twice = { env: [{ name: "A" }, { name: "A" }] };
        expect(findings(jobRepeats, scaledObject(), deployment({ containers: [container(twice)] }))).toEqual(
            [],
        );
    });
});
