import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { PriceOptions } from "../../cli/commands/price";
import { priceCommand } from "../../cli/commands/price";
import { InputError } from "../../cli/input-error";

const folder = mkdtempSync(join(tmpdir(), "price-"));
afterAll(() => {
    rmSync(folder, { recursive: true });
});

let written = 0;

/** A file with pools of 2 vCPU and 8 GiB, which cost 70.90 USD a replica. */
function pools(
    ...of: readonly (readonly [name: string, max: number, requests?: object | undefined, intent?: object])[]
): string {
    const objects = of.flatMap(([name, max, requests = { cpu: "2", memory: "8Gi" }, intent = {}]) => [
        {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: {
                name,
                namespace: "agents",
                annotations: { "agent-autoscaling/intent": JSON.stringify({ version: 1, ...intent }) },
            },
            spec: {
                template: { spec: { containers: [{ name: "a", image: "a:1", resources: { requests } }] } },
            },
        },
        {
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledObject",
            metadata: { name, namespace: "agents" },
            spec: { scaleTargetRef: { name }, minReplicaCount: 1, maxReplicaCount: max, triggers: [] },
        },
    ]);
    const path = join(folder, `${(written += 1)}.yaml`);
    writeFileSync(path, objects.map((object) => JSON.stringify(object)).join("\n---\n"));
    return path;
}

async function run(files: readonly string[], options: Partial<PriceOptions> = {}): Promise<string> {
    const texts: string[] = [];
    expect(await priceCommand(files, { format: "text", ...options }, (text) => texts.push(text))).toBe(0);
    return texts.join("\n");
}

const BASIS = [
    "prices: Compute Engine n2 in us-central1 as of 2026-08-03; ceilings at the price on demand",
    "not in them: the control plane, nodes that run without pods, storage, load balancers and traffic, calls of model APIs, surge during rollouts",
];

describe("agent-autoscaling price --against", () => {
    it("shows pools by name with what changes, new and gone ones, and the sum", async () => {
        const before = pools(["research", 40], ["old", 1], ["same", 2]);
        const after = pools(["same", 2], ["research", 50], ["young", 3]);
        expect((await run([after], { against: [before] })).split("\n")).toEqual([
            "pool             before   after  change      %",
            "agents/research  $2,836  $3,545   +$709    +25",
            "agents/young         $0    $213   +$213      -  new",
            "agents/old          $71      $0    -$71   -100  gone",
            "agents/same        $142    $142      $0      0",
            "all              $3,049  $3,899   +$851  +27.9",
            ...BASIS,
        ]);
    });

    it("fails where the ceilings grow by more than is allowed, and not at the very share or for less", async () => {
        const [before, after] = [pools(["research", 40]), pools(["research", 50])];
        const exit = (mostIncrease: number, files = [after], against = [before]) =>
            priceCommand(files, { format: "text", against, mostIncrease }, () => undefined);
        expect(await exit(25)).toBe(0);
        expect(await exit(24.9)).toBe(1);
        expect(await exit(0, [before], [after])).toBe(0);
        expect(await exit(0, [before], [before])).toBe(0);
        // From nothing, any growth is more than any share of it.
        const none = join(folder, "no-pool.yaml");
        writeFileSync(none, "apiVersion: v1\nkind: Service\nmetadata: { name: a }\n");
        expect(await exit(1000, [after], [none])).toBe(1);
        await expect(
            priceCommand([after], { format: "text", mostIncrease: 25 }, () => undefined),
        ).rejects.toThrow("name what is deployed with --against");
    });

    it("says what has no price, and leaves it out of the sum", async () => {
        const after = pools(["research", 40, { memory: "8Gi" }], ["same", 2]);
        const text = await run([after], { against: [pools(["research", 40], ["same", 1])] });
        expect(text.split("\n").slice(1, 4)).toEqual([
            "agents/same         $71   $142    +$71  +100",
            "agents/research  $2,836      -       -     -  no price: a pod requests no cpu",
            "all                 $71   $142    +$71  +100  without 1 pool that has no price",
        ]);
    });

    it("is a table for a comment in Markdown, whatever pools are called", async () => {
        const after = pools(["a|b @acme", 50]);
        const text = await run([after], { against: [pools(["a|b @acme", 40])], format: "markdown" });
        expect(text.split("\n").slice(0, 6)).toEqual([
            "**What ceilings cost, in US dollars a month**",
            "",
            "| pool | before | after | change | % |  |",
            "| --- | ---: | ---: | ---: | ---: | --- |",
            "| agents/a\\|b @\u200Bacme | \\$2,836 | \\$3,545 | +\\$709 | +25 |  |",
            "| all | \\$2,836 | \\$3,545 | +\\$709 | +25 |  |",
        ]);
    });

    it("is in the JSON beside the cost of what is proposed", async () => {
        const [after, before] = [pools(["research", 50]), pools(["research", 40])];
        const data: unknown = JSON.parse(await run([after], { against: [before], format: "json" }));
        expect(data).toMatchObject({
            version: 1,
            cost: { total: { ceilingUsdPerMonth: 3544.81 } },
            increase: {
                pools: [{ name: "agents/research", state: "kept", changeUsdPerMonth: 708.96 }],
                total: { beforeUsdPerMonth: 2835.85, afterUsdPerMonth: 3544.81 },
            },
        });
        expect(JSON.parse(await run([after], { format: "json" }))).not.toHaveProperty("increase");
    });

    it("compares with nothing, and nothing with something", async () => {
        const none = join(folder, "none.yaml");
        writeFileSync(none, "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n");
        const some = pools(["research", 1]);
        expect(await run([some], { against: [none] })).toContain(
            "agents/research      $0    $71    +$71  -  new",
        );
        expect(await run([none], { against: [some] })).toContain("-100  gone");
        expect(await run([none], { against: [none] })).toBe(
            "no ScaledObject, ScaledJob or HorizontalPodAutoscaler was found",
        );
    });

    it("is refused where the other manifests cannot be read", async () => {
        const missing = join(folder, "missing.yaml");
        await expect(run([pools(["a", 1])], { against: [missing] })).rejects.toThrow(InputError);
    });
});

describe("agent-autoscaling price --format markdown", () => {
    it("shows each pool from floor to ceiling, with its budget", async () => {
        const budget = (usdPerMonth: number): object => ({ budget: { usdPerMonth } });
        const file = pools(
            ["fits", 10, undefined, budget(900)],
            ["over", 40, undefined, budget(900)],
            ["bare", 5, {}, budget(900)],
        );
        expect((await run([file], { format: "markdown" })).split("\n")).toEqual([
            "**What pools cost, in US dollars a month**",
            "",
            "| pool | floor | scheduled | ceiling | of | budget |",
            "| --- | ---: | ---: | ---: | --- | --- |",
            "| agents/fits | \\$71 | \\$71 | \\$709 | 10 x (2 vCPU, 8 GiB) | \\$900 |",
            "| agents/over | \\$71 | \\$71 | \\$2,836 | 40 x (2 vCPU, 8 GiB) | \\$900, over by \\$1,936 |",
            "| agents/bare | - | - | - | no price: a pod requests no cpu and no memory | \\$900, not checked |",
            "| all | \\$142 | \\$142 | \\$3,545 | without 1 pool that has no price |  |",
            "",
            ...BASIS.map((line) => `- ${line}`),
        ]);
    });
});

/** Room for pods of 2 vCPU and 8 GiB: placeholders that nothing scales, and a CapacityBuffer after a template. */
function room({ placeholders, buffered }: { placeholders?: number; buffered?: number }): string {
    const resources = { requests: { cpu: "2", memory: "8Gi" } };
    const spec = { containers: [{ name: "a", image: "registry.k8s.io/pause:3.10.1", resources }] };
    const named = (name: string): object => ({ metadata: { name, namespace: "agents" } });
    const deployment = { apiVersion: "apps/v1", kind: "Deployment", ...named("headroom") };
    const buffer = {
        apiVersion: "autoscaling.x-k8s.io/v1beta1",
        kind: "CapacityBuffer",
        ...named("buffered"),
        spec: { podTemplateRef: { name: "shape" }, replicas: buffered },
    };
    const objects = [
        ...(placeholders === undefined
            ? []
            : [{ ...deployment, spec: { replicas: placeholders, template: { spec } } }]),
        ...(buffered === undefined
            ? []
            : [{ apiVersion: "v1", kind: "PodTemplate", ...named("shape"), template: { spec } }, buffer]),
    ];
    const path = join(folder, `${(written += 1)}.yaml`);
    writeFileSync(path, objects.map((object) => JSON.stringify(object)).join("\n---\n"));
    return path;
}

describe("agent-autoscaling price of warm capacity", () => {
    const all = (): string[] => [pools(["research", 40]), room({ placeholders: 3, buffered: 2 })];

    it("is told beside pools, and in the sum of all", async () => {
        expect((await run(all())).split("\n")).toEqual([
            "research: floor $71, ceiling $2,836 a month at 40 x (2 vCPU, 8 GiB)",
            "headroom (warm capacity): $213 a month for room for 3 x (2 vCPU, 8 GiB)",
            "  for which the first 3 pods wait for no new node",
            "buffered (warm capacity): $142 a month for room for 2 x (2 vCPU, 8 GiB)",
            "  for which the first 2 pods wait for no new node",
            "all: floor $425, scheduled $425, ceiling $3,190 a month",
            ...BASIS,
        ]);
    });

    it("has a row of its own in Markdown", async () => {
        const rows = (await run(all(), { format: "markdown" })).split("\n").slice(4, 8);
        expect(rows).toEqual([
            "| agents/research | \\$71 | \\$71 | \\$2,836 | 40 x (2 vCPU, 8 GiB) |  |",
            "| agents/headroom (warm capacity) | \\$213 | \\$213 | \\$213 | 3 x (2 vCPU, 8 GiB) |  |",
            "| agents/buffered (warm capacity) | \\$142 | \\$142 | \\$142 | 2 x (2 vCPU, 8 GiB) |  |",
            "| all | \\$425 | \\$425 | \\$3,190 |  |  |",
        ]);
    });

    it("is in the JSON by what keeps it", async () => {
        const data: unknown = JSON.parse(await run(all(), { format: "json" }));
        expect(data).toMatchObject({
            cost: {
                warm: [
                    { kind: "Deployment", name: "headroom", ceiling: { replicas: 3, usdPerMonth: 212.69 } },
                    { kind: "CapacityBuffer", name: "buffered", ceiling: { replicas: 2 } },
                ],
                total: { ceilingUsdPerMonth: 3190.33 },
            },
        });
    });

    it.each(["text", "markdown"] as const)("is told where no pool is declared: %s", async (format) => {
        const text = await run([room({ placeholders: 3 })], { format });
        expect(text).toContain("headroom (warm capacity)");
        expect(text).toContain("$213");
        expect(text).not.toContain("was found");
        const buffer = await run([room({ buffered: 2 })], { format });
        expect(buffer).toContain("buffered (warm capacity)");
    });

    it("is compared with what is deployed, and fails where it grows by more than is allowed", async () => {
        const [before, after] = [room({ placeholders: 3, buffered: 2 }), room({ placeholders: 6 })];
        expect((await run([after], { against: [before] })).split("\n").slice(0, 4)).toEqual([
            "pool             before  after  change     %",
            "agents/headroom    $213   $425   +$213  +100",
            "agents/buffered    $142     $0   -$142  -100  gone",
            "all                $354   $425    +$71   +20",
        ]);
        const exit = (mostIncrease: number): Promise<number> =>
            priceCommand([after], { format: "text", against: [before], mostIncrease }, () => undefined);
        expect(await exit(20)).toBe(0);
        expect(await exit(19.9)).toBe(1);
    });

    it("that is new is in the comparison of a stack of pools", async () => {
        const pool = pools(["research", 40]);
        const data: unknown = JSON.parse(
            await run([pool, room({ placeholders: 3 })], { against: [pool], format: "json" }),
        );
        expect(data).toMatchObject({
            increase: {
                pools: [
                    { name: "agents/headroom", state: "new", changeUsdPerMonth: 212.69 },
                    { name: "agents/research", state: "kept", changeUsdPerMonth: 0 },
                ],
                total: { changeUsdPerMonth: 212.69 },
            },
        });
    });
});
