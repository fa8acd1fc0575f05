import { describe, expect, it } from "vitest";
import { authenticationExists } from "../../../model/rules/authentication-exists";
import { findings } from "./support/findings";
import { authentication, redis, scaledObject, unknown } from "./support/objects";

describe("authentication-exists", () => {
    const refersTo = (name: unknown, kind?: unknown) =>
        scaledObject({
            triggers: [redis({}, { authenticationRef: { name, ...(kind === undefined ? {} : { kind }) } })],
        });

    it("reports a name that is not declared, and the one that was meant", () => {
        expect(
            findings(authenticationExists, refersTo("redis-aut"), authentication("redis-auth")),
        ).toMatchObject([
            {
                severity: "warning",
                message: "TriggerAuthentication redis-aut is not declared here",
                fix: "did you mean redis-auth?",
                path: "spec.triggers[0].authenticationRef.name",
                origin: { argument: "spec.triggers[0].authenticationRef.name" },
                resource: { kind: "ScaledObject", namespace: "agents", name: "worker" },
            },
        ]);
        const [far] = findings(authenticationExists, refersTo("vault"), authentication("redis-auth"));
        expect(far?.fix).toBe("declare it, or correct the name");
    });

    it("is quiet where it is declared, and where somebody else declares them", () => {
        expect(findings(authenticationExists, refersTo("redis-auth"), authentication("redis-auth"))).toEqual(
            [],
        );
        expect(findings(authenticationExists, refersTo("redis-auth"))).toEqual([]);
        const cluster = "ClusterTriggerAuthentication";
        const elsewhere = authentication("other", cluster, { namespace: undefined });
        expect(findings(authenticationExists, refersTo("redis-auth"), elsewhere)).toEqual([]);
        expect(findings(authenticationExists, refersTo("shared", cluster), authentication("a"))).toEqual([]);
    });

    it("looks in the scaler's own namespace, and in the cluster for the kind without one", () => {
        const here = authentication("other");
        const there = authentication("redis-auth", undefined, { namespace: "infra" });
        expect(findings(authenticationExists, refersTo("redis-auth"), here, there)).toHaveLength(1);
        const cluster = "ClusterTriggerAuthentication";
        const shared = authentication("shared", cluster, { namespace: undefined });
        expect(findings(authenticationExists, refersTo("shared", cluster), shared)).toEqual([]);
        expect(findings(authenticationExists, refersTo("shred", cluster), shared)).toHaveLength(1);
    });

    it("refuses a kind that KEDA does not have, as the API server does", () => {
        expect(findings(authenticationExists, refersTo("a", "Secret"))).toMatchObject([
            {
                severity: "error",
                message: '"Secret" is no kind of authentication',
                fix: "use TriggerAuthentication or ClusterTriggerAuthentication",
                path: "spec.triggers[0].authenticationRef.kind",
            },
        ]);
    });

    it("never takes a placeholder for the name or the namespace that looks like it", () => {
        const lookalike = authentication(unknown("redis-auth"));
        expect(findings(authenticationExists, refersTo("redis-auth"), lookalike)).toHaveLength(1);
        const elsewhere = authentication("redis-auth", undefined, { namespace: unknown("agents") });
        expect(
            findings(authenticationExists, refersTo("redis-auth"), elsewhere, authentication("b")),
        ).toHaveLength(1);
    });

    it("joins an unknown name by identity, and says what it cannot check", () => {
        const name = unknown("auth-name");
        expect(findings(authenticationExists, refersTo(name), authentication(unknown("auth-name")))).toEqual(
            [],
        );
        expect(findings(authenticationExists, refersTo(name), authentication("redis-auth"))).toMatchObject([
            { severity: "note", message: expect.stringContaining("known only after apply") as string },
        ]);
        expect(findings(authenticationExists, refersTo("a", unknown()), authentication("b"))).toMatchObject([
            { severity: "note" },
        ]);
    });
});
