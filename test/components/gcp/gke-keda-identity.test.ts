import { output } from "@pulumi/pulumi";
import type { Output } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import type { GkeKedaIdentityArgs } from "../../../components/gcp";
import { GkeIdentityMode, GkeKedaIdentity } from "../../../components/gcp";
import { refuseBy } from "../../../components/refuse";
import type { Finding } from "../../../model";
import { HAS_PROVIDER_SCHEMAS, schemaProblems } from "../support/provider-schema";
import type { Recorded } from "../support/record";
import { record } from "../support/record";

const PRINCIPAL =
    "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/" +
    "acme-agents.svc.id.goog/subject/ns/keda/sa/keda-operator";
const ARGS: GkeKedaIdentityArgs = { project: "acme-agents", projectNumber: "123456789012" };
const ACCOUNT: GkeKedaIdentityArgs = { mode: GkeIdentityMode.ServiceAccount, project: "acme-agents" };

function recorded(args: GkeKedaIdentityArgs = ARGS, name = "keda-reader"): Promise<Recorded[]> {
    return record((opts) => new GkeKedaIdentity(name, args, opts));
}

async function outputsOf(args: GkeKedaIdentityArgs): Promise<unknown[]> {
    const found: Output<string>[] = [];
    await record((opts) => {
        const { member, serviceAccountEmail } = new GkeKedaIdentity("keda-reader", args, opts);
        found.push(member, serviceAccountEmail);
    });
    return Promise.all(found.map((each) => new Promise((resolve) => each.apply(resolve))));
}

describe("GkeKedaIdentity", () => {
    it("lets KEDA's operator itself read metrics of the project, and nothing else", async () => {
        const seen = await recorded();
        expect(
            seen.slice(1).map(({ type, name, parent, inputs }) => ({ type, name, parent, inputs })),
        ).toEqual([
            {
                type: "gcp:projects/iAMMember:IAMMember",
                name: "keda-reader-monitoring",
                parent: "keda-reader",
                inputs: { project: "acme-agents", role: "roles/monitoring.viewer", member: PRINCIPAL },
            },
        ]);
    });

    it("knows the operator by another namespace and name", async () => {
        const [, role] = await recorded({ ...ARGS, namespace: "scaling", serviceAccountName: "operator" });
        expect(role?.inputs["member"]).toBe(
            PRINCIPAL.replace("ns/keda/sa/keda-operator", "ns/scaling/sa/operator"),
        );
    });

    it("makes a Google service account that the operator may act for, where it is asked for", async () => {
        const seen = await recorded(ACCOUNT);
        expect(seen.slice(1).map(({ type, name, inputs }) => [type, name, inputs])).toEqual([
            [
                "gcp:serviceaccount/account:Account",
                "keda-reader-account",
                { project: "acme-agents", accountId: "keda-reader", displayName: "KEDA's operator" },
            ],
            [
                "gcp:serviceaccount/iAMMember:IAMMember",
                "keda-reader-act-as",
                {
                    serviceAccountId: "keda-reader-account-made",
                    role: "roles/iam.workloadIdentityUser",
                    member: "serviceAccount:acme-agents.svc.id.goog[keda/keda-operator]",
                },
            ],
            [
                "gcp:projects/iAMMember:IAMMember",
                "keda-reader-monitoring",
                {
                    project: "acme-agents",
                    role: "roles/monitoring.viewer",
                    member: "serviceAccount:keda-reader-account@project.test",
                },
            ],
        ]);
    });

    it("lets it list the objects of the buckets that are named, not read them, and no other of the project", async () => {
        const [, , role, first, second] = await recorded({ ...ARGS, buckets: ["inbox", output("outbox-1")] });
        expect(role).toMatchObject({
            type: "gcp:projects/iAMCustomRole:IAMCustomRole",
            name: "keda-reader-storage-role",
            inputs: {
                project: "acme-agents",
                roleId: "keda_reader_storage",
                permissions: ["storage.objects.list"],
            },
        });
        expect(first).toMatchObject({
            name: "keda-reader-storage-0",
            inputs: {
                project: "acme-agents",
                role: "keda-reader-storage-role-made",
                member: PRINCIPAL,
                condition: {
                    title: "bucket-0",
                    expression:
                        'resource.name == "projects/_/buckets/inbox" || resource.name.startsWith("projects/_/buckets/inbox/objects/")',
                },
            },
        });
        expect(second?.inputs["condition"]).toMatchObject({
            title: "bucket-1",
            expression: expect.stringContaining('"projects/_/buckets/outbox-1"') as unknown,
        });
    });

    it("takes project and number as Outputs", async () => {
        const [, role] = await recorded({
            project: output("acme-agents"),
            projectNumber: output("123456789012"),
        });
        expect(role?.inputs["member"]).toBe(PRINCIPAL);
    });

    it("hands out what KEDA's chart and other roles need", async () => {
        expect(await outputsOf(ARGS)).toEqual([PRINCIPAL, ""]);
        expect(await outputsOf(ACCOUNT)).toEqual([
            "serviceAccount:keda-reader-account@project.test",
            "keda-reader-account@project.test",
        ]);
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that its provider does not have", async () => {
        for (const args of [
            { ...ARGS, buckets: ["inbox"] },
            { ...ACCOUNT, accountId: "keda-operator" },
        ]) {
            const seen = await recorded(args);
            expect(seen.slice(1).flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
        }
    });
});

describe("an identity that cannot work", () => {
    const refused: (readonly Finding[])[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    async function problemsOf(args: unknown, name?: string): Promise<string[]> {
        refused.length = 0;
        refuseBy((_resource, _name, findings) => refused.push(findings));
        const seen = await recorded(args as GkeKedaIdentityArgs, name);
        const found = refused.flat().map(({ path, message }) => `${path}: ${message}`);
        if (found.length > 0) expect(seen).toHaveLength(1);
        return found;
    }

    it("is a principal without the number of its project, or with the id in place of it", async () => {
        expect(await problemsOf({ project: "acme-agents" })).toEqual([
            expect.stringMatching(/^projectNumber: .*is missing/),
        ]);
        expect(await problemsOf({ ...ARGS, projectNumber: "acme-agents" })).toEqual([
            expect.stringMatching(/^projectNumber: .*is not the number of a project/),
        ]);
    });

    it("is a principal with an account id, which would do nothing", async () => {
        expect(await problemsOf({ ...ARGS, accountId: "keda-operator" })).toEqual([
            expect.stringMatching(/^accountId: .*has no effect/),
        ]);
    });

    it("is an account whose id Google Cloud does not take, at the very letter", async () => {
        expect(await problemsOf(ACCOUNT, "short")).toEqual([
            expect.stringMatching(/^accountId: .*is missing, and the component's name "short"/),
        ]);
        expect(await problemsOf(ACCOUNT, "a".repeat(31))).toHaveLength(1);
        expect(await problemsOf(ACCOUNT, "a".repeat(30))).toEqual([]);
        expect(await problemsOf(ACCOUNT, "abcdef")).toEqual([]);
        expect(await problemsOf({ ...ACCOUNT, accountId: "Keda-operator" })).toEqual([
            expect.stringMatching(/^accountId: .*is not the id of a service account/),
        ]);
    });

    it("has a name of which no role for buckets can be made, at the very letter", async () => {
        const buckets = ["inbox"];
        expect(await problemsOf({ ...ARGS, buckets }, "a".repeat(56))).toEqual([]);
        expect(await problemsOf({ ...ARGS, buckets }, "a".repeat(57))).toEqual([
            expect.stringMatching(/^name: .*the id of a role/),
        ]);
        expect(await problemsOf({ ...ARGS, buckets }, "keda reader")).toHaveLength(1);
        expect(await problemsOf(ARGS, "a".repeat(57))).toEqual([]);
    });

    it("is one with everything wrong, all of which is said", async () => {
        expect(await problemsOf({ mode: "Key", namespace: "Keda", buckets: [] })).toEqual([
            expect.stringMatching(/^mode: /),
            expect.stringMatching(/^namespace: /),
            expect.stringMatching(/^buckets: .*is empty/),
            expect.stringMatching(/^project: .*is missing/),
        ]);
    });
});
